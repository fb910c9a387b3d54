"""One value of one document explained: what read it, where its words stand, and which figures it must agree with."""
