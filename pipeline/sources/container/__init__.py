"""What arrives in a container: a ZIP file, signed (`.edoc`, `.asice`) or plain, and the files in it."""
