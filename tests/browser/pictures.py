"""What a browser makes of the pictures of a page: the files that it chose, beside the room that it gives them."""

from typing import NamedTuple

from playwright.sync_api import Browser, Page

SHOWN = """async () => {
    await Promise.all([...document.images].filter(image => image.getClientRects().length && !image.complete)
        .map(image => new Promise(done => { image.onload = image.onerror = done })));
    const ruler = document.body.appendChild(document.createElement('div'));
    ruler.style.position = 'absolute';
    const said = sizes => {
        for (const part of sizes.split(/,(?![^(]*\\))/).map(part => part.trim())) {
            const [, condition, width] = part.match(/^(\\([^)]*\\))?\\s*(.*)$/);
            if (part === 'auto' || condition && !matchMedia(condition).matches) continue;
            ruler.style.inlineSize = width;
            return ruler.getBoundingClientRect().width;
        }
    };
    const places = {top: '.home__lead', second: '.home__seconds', feature: '.band', related: '.related',
        lead: '.listing > .card', entry: '.entry', profile: '.profile', figure: '.article__picture', prose: '.prose'};
    return [...document.querySelectorAll('main picture > img')].filter(image => image.clientWidth).map(image => {
        const source = image.previousElementSibling;
        const covers = getComputedStyle(image).objectFit === 'cover';
        const byHeight = covers ? image.clientHeight * image.getAttribute('width') / image.getAttribute('height') : 0;
        const [, stem, width] = image.currentSrc.match(/\\/pictures\\/(.*)-(\\d+)-[0-9a-f]{12}\\.avif$/);
        return [
            Object.keys(places).find(name => image.closest(places[name])), stem, +width,
            Math.max(image.clientWidth, byHeight), said(source.sizes),
            source.srcset.split(', ').map(candidate => parseInt(candidate.split(' ')[1])),
        ];
    });
}"""


class ShownPicture(NamedTuple):
    """A photograph on a page."""

    slot: str
    stem: str
    """Its name without width and digest."""
    chosen: int
    """Width of the file that the browser chose."""
    needed: float
    """Width in pixels of CSS at which the page shows it; of one that is cropped, the width that fills the height."""
    said: float
    """Width that `sizes` foretold."""
    candidates: list[int]


def shown_pictures(browser: Browser, address: str, width: int, density: int) -> list[ShownPicture]:
    """Return the photographs of a page in a window of that width, so high that none waits for readers to scroll."""
    context = browser.new_context(viewport={"width": width, "height": 12_000}, device_scale_factor=density)
    page = context.new_page()
    page.goto(address, wait_until="load")
    shown = [ShownPicture(*fields) for fields in page.evaluate(SHOWN)]
    context.close()
    return shown


def scroll_through(page: Page) -> None:
    """Scroll to the end of a page as readers do, until all that is met on the way has loaded."""
    page.evaluate(
        """async () => {
            for (let y = 0; y < document.body.scrollHeight; y += innerHeight / 2) {
                scrollTo(0, y);
                await new Promise(done => setTimeout(done, 50));
            }
        }"""
    )
    page.wait_for_load_state("networkidle")
