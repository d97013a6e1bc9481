"""The monthly report as a PDF: plain type on paper, the same words and figures as its page."""

from __future__ import annotations

from collections.abc import Sequence

from django.utils.translation import gettext
from font_roboto import Roboto, RobotoBold
from fpdf import FPDF
from fpdf.fonts import FontFace

from goodword.kit.tongues import later as _
from goodword.web.pages.report import Line, Report
from goodword.web.templatetags.insight import between, said

FACE, INK, SOFT, HAIR = "Roboto", (28, 27, 24), (105, 102, 96), (220, 216, 208)
NOTE = _(
    "Nobody is ranked, and how fast somebody works is not measured. Between: the range in which the true value lies, "
    "95 times of 100. Where a figure says “not yet” there was too little to count."
)


class Paper(FPDF):
    """A4 with the number of the page at its foot."""

    def footer(self) -> None:
        """Writes the number of the page."""
        self.set_y(-14)
        self.set_font(FACE, size=8)
        self.set_text_color(*SOFT)
        self.cell(0, 6, gettext("%(page_no)s of {nb}") % {"page_no": self.page_no()}, align="R")


def of_report(report: Report) -> bytes:
    """Returns the report as a PDF."""
    paper = Paper(format="A4")
    paper.set_margins(20, 18)
    paper.set_auto_page_break(auto=True, margin=18)
    paper.add_font(FACE, "", Roboto)
    paper.add_font(FACE, "B", RobotoBold)
    paper.set_title(report.title)
    paper.set_lang("en")
    paper.add_page()
    _words(paper, report.title, 20, bold=True)
    _words(paper, report.says, 12)
    _table(paper, gettext("All figures"), report.lines)
    if report.kinds:
        _table(paper, gettext("Broken, by kind"), report.kinds)
    if report.thanks:
        _words(paper, gettext("Kept, and thanked for"), 13, bold=True)
        for one in report.thanks:
            _words(paper, f"“{one.words}”", 10)
            _words(
                paper,
                gettext("%(by)s, for “%(words)s”")
                % {"by": one.by or one.promise.case.customer, "words": one.promise.words[:120]},
                8,
                soft=True,
            )
    _words(paper, NOTE, 8, soft=True)
    return bytes(paper.output())


def _words(paper: Paper, words: str, size: int, *, bold: bool = False, soft: bool = False) -> None:
    paper.set_font(FACE, "B" if bold else "", size)
    paper.set_text_color(*(SOFT if soft else INK))
    paper.multi_cell(0, size * 0.5, words, new_x="LMARGIN", new_y="NEXT")
    paper.ln(size * 0.2)


def _table(paper: Paper, title: str, lines: Sequence[Line]) -> None:
    _words(paper, title, 13, bold=True)
    paper.set_font(FACE, size=9)
    paper.set_text_color(*INK)
    paper.set_draw_color(*HAIR)
    head = FontFace(emphasis="BOLD", color=SOFT)
    with paper.table(
        col_widths=(34, 24, 20, 10, 24), text_align="LEFT", line_height=5.5, padding=1, headings_style=head,
        borders_layout="HORIZONTAL_LINES",
    ) as table:  # fmt: skip
        table.row(
            (gettext("Figure"), gettext("This month"), gettext("Between"), gettext("Out of"), gettext("Month before"))
        )
        for line in lines:
            table.row((line.name, said(line.now), between(line.now), f"{line.now.n}", said(line.before)))
    paper.ln(4)
