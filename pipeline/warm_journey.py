"""The journey, once made: a process forked from one that has imported this has its words, rules and forms loaded.

Each document is read in a process of its own, and would load them anew, which
takes as long as reading one page.
"""

from __future__ import annotations

import gc

RESULTS = """I. ĪSTENOŠANAS GADS (01.01.2023. – 31.12.2023.)
Rezultatīvie rādītāji:
1) Notikuši vismaz 5 semināri, no tiem 2 tiešsaistē, un 12 konsultācijas nevalstiskajām organizācijām;
2) Organizēti trīs informatīvi pasākumi, kuros piedalījās ap 120 dalībnieku (60 personas no 50 NVO);
3) Novadītas 24 nodarbības (6 vietas x 4 nodarbības katrā) 31 jaunietim;
4) Sagatavotas 10 publikācijas, 2 raidījumi un 1 izdevumu druka, sasniedzot vairāk nekā 3 tūkst. cilvēku;
5) Īstenoti 4 projekti un 7 apmācību cikli, t.sk.:
a) 2 darbnīcas skolēniem;
b) 15 tikšanās ar pašvaldību pārstāvjiem."""
FINANCES = """01.01.2023. – 31.12.2023.
Plānots 1 100,00 euro, t.sk.
- 1 000,00 euro attīstībai
- 100,00 euro administrēšanai
Faktiski 1 000,00 euro, t.sk.
- 900,00 euro attīstībai
- 100,00 euro administrēšanai
Atlikums 100,00 euro pārcelts uz nākamo periodu"""
CONTENTS = {"period": "01.01.2023. – 31.12.2023.", "results": RESULTS, "finances": FINANCES, "answer": "Nav"}


def _read_smallest_summary() -> None:
    """Reads a summary in which every reader finds something, and a PDF; scans need more to be loaded."""
    from pipeline.forms.matching import complete_patterns
    from pipeline.forms.template import forms
    from pipeline.grammar.vocabulary import vocabulary
    from pipeline.journey import summary_of
    from pipeline.record_bytes import submission_bytes
    from pipeline.records import Submission
    from pipeline.sources import images, office, picture_check  # noqa: F401
    from pipeline.sources.docx import opened  # noqa: F401
    from pipeline.sources.opening import document_of
    from pipeline.sources.second_reader import second_reading

    rows = ((field.labels[0], CONTENTS.get(field.reader, "Biedrība")) for field in forms()[0].fields)
    text = "\n".join(["Kopsavilkums (2023)", *(line for row in rows for line in row)])
    summary = summary_of(document_of(text.encode()), forms())
    submission_bytes(Submission("", "", "text", 1, summary))
    vocabulary().complete()
    for form in forms():
        complete_patterns(form)
    pdf = smallest_pdf()
    second_reading(pdf, document_of(pdf).pages, words=True)


def smallest_pdf() -> bytes:
    """A PDF of one page with a frame and a few words."""
    drawn = b"72 700 200 40 re S BT /F1 12 Tf 80 710 Td (Kopsavilkums 2023) Tj ET"
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>",
        b"<</Length %d>>stream\n%s\nendstream" % (len(drawn), drawn),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>",
    ]
    pdf, places = b"%PDF-1.4\n", []
    for number, each in enumerate(objects, start=1):
        places.append(b"%010d 00000 n \n" % len(pdf))
        pdf += b"%d 0 obj\n%s\nendobj\n" % (number, each)
    table = b"xref\n0 6\n0000000000 65535 f \n" + b"".join(places)
    return pdf + table + b"trailer\n<</Size 6/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n" % len(pdf)


# What is loaded here stays: neither is it searched for cycles now, nor by the processes that are forked from this one.
gc.disable()
_read_smallest_summary()
gc.freeze()
gc.enable()
