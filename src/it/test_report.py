"""The report in a real browser: quiet, self-contained, usable without a mouse and without eyes.

BIENMAU_REPORT names the page; without it, the report of the lake that the other tests share.
"""

import csv
import io
import os
import re
import shutil
import urllib.parse
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import sync_playwright

WIDE = {"width": 1280, "height": 900}
NARROW = {"width": 390, "height": 844}
LANGUAGES = ["vi", "en"]
SWITCHES = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


@pytest.fixture(scope="session")
def report(request):
    named = os.environ.get("BIENMAU_REPORT")
    path = Path(named) if named else request.getfixturevalue("embedded_lake") / "report/index.html"
    assert path.is_file(), f"{path} is no report. Name one in BIENMAU_REPORT."
    return path.resolve().as_uri()


@pytest.fixture(scope="session")
def browser():
    program = shutil.which("chromium") or shutil.which("chromium-browser")
    assert program, "There is no Chromium. Run .ci/environments."
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=program, args=SWITCHES)
        yield started
        started.close()


@pytest.fixture
def visit(browser, report):
    """Opens the report; at the end of the test nothing may have been logged or asked for."""
    opened, complaints = [], []

    def at(size=None, address="", **more):
        context = browser.new_context(viewport=size or WIDE, **more)
        opened.append(context)
        page = context.new_page()
        page.on("console", lambda m: m.type in ("error", "warning") and complaints.append(m.text))
        page.on("pageerror", lambda e: complaints.append(str(e)))
        page.on(
            "request",
            lambda r: r.url.startswith(("file:", "data:")) or complaints.append("asks " + r.url),
        )
        page.goto(report + address)
        page.wait_for_selector("html[data-ready]", state="attached")
        return page

    yield at
    for context in opened:
        context.close()
    assert complaints == []


@pytest.mark.parametrize(
    ("language", "size", "scheme"),
    [
        ("vi", WIDE, "light"),
        ("vi", NARROW, "dark"),
        ("en", WIDE, "dark"),
        ("en", NARROW, "light"),
    ],
)
def test_axe_finds_nothing_serious(visit, language, size, scheme):
    page = visit(size, f"#lang={language}", color_scheme=scheme)
    for table in ("ranking", "season", "coverage"):
        page.click(f"#toggle-{table}")
    assert serious(page) == []
    page.locator("#strip .num").first.click()
    assert serious(page) == []


def serious(page):
    # While the panel fades in, its text is paler than it is going to be.
    page.evaluate("Promise.all(document.getAnimations().map((a) => a.finished))")
    found = Axe().run(page).response["violations"]
    return [
        f"{v['id']}: {n['html'][:160]}: {n['any'][0]['message'] if n['any'] else ''}"
        for v in found
        if v["impact"] in ("serious", "critical")
        for n in v["nodes"]
    ]


@pytest.mark.parametrize("size", [WIDE, NARROW], ids=["wide", "narrow"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_is_no_wider_than_the_screen(visit, language, size):
    page = visit(size, f"#lang={language}")
    assert page.evaluate("document.documentElement.scrollWidth") <= size["width"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_choice_of_measure_and_place_draws(visit, language):
    page = visit(address=f"#lang={language}")
    for key in ("m", "r", "d", "g", "p", "place", "s", "y", "q"):
        values = page.eval_on_selector_all(f"#pick-{key} option", "all => all.map(o => o.value)")
        for value in values[:20]:
            if page.locator(f"#pick-{key} option[value='{value}']").count():
                page.select_option(f"#pick-{key}", value)
    assert "undefined" not in page.inner_text("body")
    assert "NaN" not in page.inner_text("body")


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_part_shows_something_or_says_why_and_what_would_fill_it(visit, language):
    page = visit(address=f"#lang={language}")
    for part in page.locator(".part").all():
        if part.locator("svg, table, .num, dl").count() == 0:
            why = part.locator(".missing").first.inner_text()
            assert why.count(". ") >= 1 and len(why) > 60, why


def test_a_part_without_the_chosen_figures_shows_the_nearest_and_offers_them(visit):
    page = visit(address="#lang=en")
    assert page.locator("#drivers .num").count() > 0
    assert "it shows declared at local customs" in page.inner_text("#driver-note")
    page.click("#take-drivers")
    assert page.input_value("#pick-r") == "customs_declared"
    assert page.locator("#driver-note .other").count() == 0


def test_a_series_that_is_not_adjusted_says_why_and_is_drawn_as_it_is(visit):
    page = visit(address="#lang=en")
    assert page.locator("#season svg").count() == 1
    assert re.search(r"not adjusted: \d+ months .* 36 are needed", page.inner_text("#season-finds"))
    page.locator("#season .num").first.click()
    assert "gold.seasonal_adjustment" in page.inner_text("#panel-body .sql")


def test_numbers_are_written_the_readers_way(visit):
    page = visit(address="#lang=vi")
    assert re.search(r"\d\.\d{3},\d{3} km", page.inner_text("#standfirst"))
    page.click("#lang-en")
    assert re.search(r"\d,\d{3}\.\d{3} km", page.inner_text("#standfirst"))
    assert page.get_attribute("html", "lang") == "en"


def test_sections_stand_in_the_order_of_the_border(visit):
    names = visit().locator("#strip .stops:not(.best) h3").all_inner_texts()
    assert names == ["Điện Biên", "Lai Châu", "Lào Cai", "Hà Giang", "Cao Bằng", "Lạng Sơn", "Quảng Ninh"]


def test_names_are_sorted_by_the_vietnamese_alphabet(visit):
    page = visit(address="#lang=vi")
    names = page.locator("#pick-m option").all_inner_texts()
    ordered = page.evaluate("names => [...names].sort(new Intl.Collator('vi').compare)", names)
    assert names == ordered


def test_a_number_tells_its_sources(visit):
    page = visit()
    number = page.locator("#strip .num").first
    number.click()
    panel = page.locator("#panel")
    link = panel.locator(".card.chosen a").first
    assert re.match(r"(https?://|source-document:)", link.get_attribute("href"))
    assert link.get_attribute("rel") == "noopener noreferrer"
    text = panel.inner_text()
    for part in ("Nơi công bố", "Ngày công bố", "Nguyên văn", "Tệp và dòng", "Vì sao chọn số này"):
        assert part in text
    assert re.search(r"published_figures\.csv, dòng \d+", text)


def test_the_keyboard_reaches_everything_and_comes_back(visit):
    page = visit(address="#lang=vi&d=export")
    chosen = page.evaluate("location.hash")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main"
    assert page.evaluate("location.hash") == chosen, "the way past the head forgot the reader's choices"
    for _ in range(40):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.classList.contains('num')"):
            break
    source = page.evaluate("document.activeElement.dataset.source")
    assert source, "forty steps from the top of the content led to no number"
    outline = page.evaluate("getComputedStyle(document.activeElement).outlineStyle")
    assert outline == "solid"
    page.keyboard.press("Enter")
    assert page.locator("#panel").is_visible()
    assert page.evaluate("document.querySelector('#panel').contains(document.activeElement)")
    page.keyboard.press("Escape")
    assert not page.locator("#panel").is_visible()
    assert page.evaluate("document.activeElement.dataset.source") == source


def test_a_choice_keeps_the_keyboards_place(visit):
    page = visit()
    page.focus("#pick-d")
    page.select_option("#pick-d", "export")
    assert page.evaluate("document.activeElement.id") == "pick-d"


def test_a_table_stands_behind_every_chart_and_goes_into_a_file(visit):
    page = visit()
    toggles = page.locator("[id^=toggle-]").all()
    assert len(toggles) >= 8
    for toggle in toggles:
        toggle.click()
        assert toggle.get_attribute("aria-expanded") == "true"
        table = page.locator(f"#{toggle.get_attribute('aria-controls')} table")
        rows = table.locator("tbody tr").count()
        assert rows > 0
        href = toggle.locator("xpath=following-sibling::a").get_attribute("href")
        head, text = urllib.parse.unquote(href).split(",", 1)
        assert head == "data:text/csv;charset=utf-8"
        assert text.startswith("\ufeff")
        written = list(csv.reader(io.StringIO(text[1:])))
        assert len(written) == rows + 1
        assert {len(line) for line in written} == {table.locator("thead th").count()}


def test_the_address_brings_a_view_back(visit):
    page = visit(address="#lang=en")
    page.select_option("#pick-m", "vehicles_waiting")
    page.select_option("#pick-place", "lang_son")
    page.check("#scale-log", force=True)
    page.click("#toggle-trends")
    page.locator("#trends .num").first.click()
    address = page.evaluate("location.hash")
    again = visit(address=address)
    assert again.locator("#panel").is_visible()
    assert again.input_value("#pick-m") == "vehicles_waiting"
    assert again.input_value("#pick-place") == "lang_son"
    assert again.is_checked("#scale-log")
    assert again.locator("#table-trends table").is_visible()
    assert again.inner_text("#panel-title") == page.inner_text("#panel-title")


def test_missing_is_hatched_and_never_zero(visit):
    page = visit()
    for reason in page.locator("#strip .missing").all():
        assert len(reason.inner_text()) > 5
    assert page.locator("#strip .block.hatched").count() == page.locator(
        "#strip .stops:not(.best) .missing"
    ).count()
    assert page.locator("#ranking .rank.none .num").count() == 0


def test_paper_shows_light_charts_and_short_tables(visit):
    page = visit(color_scheme="dark")
    page.evaluate("window.dispatchEvent(new Event('beforeprint'))")
    page.emulate_media(media="print")
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
    assert page.locator(".chooser").is_hidden()
    assert page.locator("#table-ranking table").is_visible()
    assert page.locator("#trends svg[viewBox]").count() > 0
    assert len(page.pdf(prefer_css_page_size=True, print_background=True)) > 50_000
