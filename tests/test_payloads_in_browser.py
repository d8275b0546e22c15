"""Payloads in every field, tag, heading, file name and picture: in a real browser nothing runs.

Each payload would set the title of its page. A script around the cards sends every element the
events that a handler could wait for, and looks where links and pictures lead.
"""

import html
import json
import re
import subprocess
from pathlib import Path
from typing import Any

import pytest

from tests.anki_engine import Learner
from tests.project import Project
from tests.test_bad_input import PAYLOADS
from tests.test_cards_in_browser import BROWSER

pytestmark = pytest.mark.skipif(BROWSER is None, reason="no Chromium on this machine")

RUN = "document.title='run'"
MORE = (
    "<svg><script>alert(1)</script></svg>",
    "<svg><use href=\"data:image/svg+xml,<svg id='x' onload='alert(1)'/>#x\"></svg>",
    "<math><mtext></form><form><mglyph><style></math><img src onerror=alert(1)>",
    "<img src=\"x.svg\" onload=alert(1)>",
    "<picture><source srcset=x onerror=alert(1)><img src=x onerror=alert(1)></picture>",
    "<video src=x onerror=alert(1)><source src=x onerror=alert(1)></video>",
    "<audio src=\"x\" onerror=alert(1) autoplay></audio>",
    "<img src='\" onerror=alert(1) x=\"'>",
    "![\" onerror=alert(1) x=\"](x.svg)",
    "![x](x.svg){width=\"1\" onerror=alert(1)}",
    "![x](x.svg \"\\\" onerror=alert(1) x=\\\"\")",
    "![[x.svg|\" onerror=alert(1) x=\"|300]]",
    "![[\"><script>alert(1)</script>.svg]]",
    "[[\"><img src=x onerror=alert(1)>]]",
    "[[x|<img src=x onerror=alert(1)>]]",
    "[sound:\"><img src=x onerror=alert(1)>.mp3]",
    "[sound:x.mp3\" onerror=alert(1)]",
    "==<img src=x onerror=alert(1)>==",
    "~~<svg onload=alert(1)>~~",
    "漢字[<b onclick=alert(1)>] {漢字|<img src=x onerror=alert(1)>}",
    "```python\"onmouseover=alert(1)\nx\n```",
    "```html\n<script>alert(1)</script><img src=x onerror=alert(1)>\n```",
    "> [!<img src=x onerror=alert(1)>] <img src=x onerror=alert(1)>",
    "- [ ] <img src=x onerror=alert(1)>",
    "[^1]\n\n[^1]: <img src=x onerror=alert(1)>",
    "[a]\n\n[a]: javascript:alert(1)",
    "%%<script>%% alert(1) %%</script>%%",
    "<!-- %% --><script>alert(1)</script><!-- %% -->",
    "$\\unicode{<img src=x onerror=alert(1)>}$",
    "$ {{c1::<img src=x onerror=alert(1)>}} $",
    "<a href=\"$x$\" onclick=alert(1)>x</a>",
    "<a title=\"{{c1::\" onmouseover=alert(1) x=\"}}\">x</a>",
    "![{{c1::\" onerror=alert(1) x=\"}}](x.svg)",
    "{{c1::![x](x.svg)::\"><img src=x onerror=alert(1)>}}",
    "<span class=k style=position:fixed onclick=alert(1)>x</span>",
    "<div id=answer><form id=x name=getElementById>x</form></div>",
    "<details open ontoggle=alert(1)><summary>x</summary>y</details>",
    "<ruby onclick=alert(1)>x<rt onclick=alert(1)>y</rt></ruby>",
    "<marquee onstart=alert(1)>x</marquee>",
    "<xmp><img title=\"</xmp><img src=x onerror=alert(1)>\"></xmp>",
    "<select><style></select><img src=x onerror=alert(1)></style>",
    "<table background=javascript:alert(1)><td background=javascript:alert(1)>x</table>",
    "{{Front}} {{#Stem}}<script>alert(1)</script>{{/Stem}} {{type:Stem}} {{FrontSide}}",
    "#x\"><script>alert(1)</script>",
)  # fmt: skip
SVG = f"""<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9" onload="{RUN}">
<script>parent.{RUN};{RUN}</script><a href="javascript:{RUN}"><circle r="4"/></a>
<foreignObject><iframe xmlns="http://www.w3.org/1999/xhtml" srcdoc="x"/></foreignObject></svg>"""
WATCH = """
addEventListener('load', () => setTimeout(() => {
  const seen = [...document.querySelectorAll('iframe')].map(frame => {
    const page = frame.contentDocument, view = frame.contentWindow;
    for (const element of page.querySelectorAll('body *'))
      for (const event of ['click', 'mouseover', 'error', 'load', 'toggle', 'focus', 'start'])
        if (event !== 'click' || !element.closest('a'))
          element.dispatchEvent(new view.Event(event, {bubbles: false, cancelable: true}));
    // Without what the templates bring: their script stands outside of all texts.
    const all = [...page.querySelectorAll('*')]
      .filter(e => !e.matches('.dg-pick, script:not(.dg *)'));
    return {
      text: frame.dataset.text,
      title: page.title,
      links: [...page.links].map(a => a.protocol),
      sources: all.filter(e => e.hasAttribute('src')).map(e => e.getAttribute('src')),
      handlers: all.flatMap(e => [...e.attributes]).map(a => a.name)
        .filter(name => /^on|^style$|^srcdoc$|^formaction$|^background$/.test(name)),
      tags: [...new Set(all.map(e => e.localName))],
    };
  });
  document.body.textContent = JSON.stringify({title: document.title, seen});
}, 1000));
"""


def sources() -> dict[str, str]:
    """A source for each payload; every fourth has it in its name as well."""
    made: dict[str, str] = {}
    for n, payload in enumerate((*PAYLOADS, *MORE)):
        live = payload.replace("alert(1)", RUN)
        alone = " ".join(live.split())
        title = json.dumps(alone)
        made[f"{n:03}.md"] = (
            f"---\ntitle: {title}\ntags: [{title}]\n---\n\n## Sea {alone}\n\n"
            f"Q: Is number {n} {live} a sea?\nA: It is not {live}\n\n\n"
            f"The {{{{c1::sea {n}}}}} is wide {live}\n\n\n"
            f"The {{{{c1::lake {n} {alone}::{alone}}}}} is wide.\n\n"
            f"{n}. Which is it?\n\nA) A sea {alone}\nB) A lake {alone}\n\nAnswer: B\n"
            f"Explanation: {alone}\n"
        )
        made[f"{n:03}.txt"] = f"Q: Is number {n} {alone} a lake?\nA: No {alone}\n"
        if "/" not in alone and len(alone) < 80:
            made[f"{alone}/{alone}.md"] = f"Q: Is number {n} a name?\nA: Yes {n}\n"
    return made


@pytest.fixture(scope="module")
def seen(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    folder = tmp_path_factory.mktemp("payloads")
    project = Project(folder / "project")
    for name, text in sources().items():
        project.write(name, text)
    (project.source / "x.svg").write_text(SVG, encoding="utf-8")
    project.build(deck=f"<img src=x onerror={RUN}>")
    page = folder / "cards.html"
    page.write_text(
        f"<!doctype html><meta charset=utf-8><body>{''.join(frames(project.output, folder))}"
        f"<script>{WATCH}</script>",
        encoding="utf-8",
    )
    command = [
        str(BROWSER), "--headless", "--no-sandbox", "--disable-gpu", "--no-first-run",
        "--disable-background-networking", "--disable-component-update", "--disable-sync",
        "--allow-file-access-from-files", "--virtual-time-budget=20000",
        f"--user-data-dir={folder / 'profile'}", "--dump-dom", page.as_uri(),
    ]  # fmt: skip
    ran = subprocess.run(command, capture_output=True, text=True, timeout=300, check=True)
    found = re.search(r"<body>(\{.*\})</body>", ran.stdout, re.DOTALL)
    assert found, ran.stdout[-500:] + ran.stderr[-500:]
    shown: dict[str, Any] = json.loads(html.unescape(found[1]))
    return shown


def frames(package: Path, folder: Path) -> list[str]:
    live = f"<img src=x onerror={RUN}>"  # it shows that what runs would be seen
    made = [f'<iframe data-text="live" srcdoc="<!doctype html>{live}"></iframe>']
    with Learner(folder) as learner:
        learner.take(package)
        collection = learner.collection
        base = Path(collection.media.dir()).as_uri()
        for card_id in collection.find_cards(""):
            shown = collection.get_card(card_id).render_output()
            for text in (shown.question_text, shown.answer_text):
                document = (
                    f"<!doctype html><meta charset=utf-8><base href='{base}/'>"
                    f"<body class='card'>{text}</body>"
                )
                made.append(
                    f'<iframe data-text="{html.escape(text)}" '
                    f'srcdoc="{html.escape(document)}"></iframe>'
                )
    return made


def test_nothing_runs(seen: dict[str, Any]) -> None:
    assert len(seen["seen"]) > 900
    assert seen["title"] == ""
    assert [s["text"] for s in seen["seen"] if s["title"]] == ["live"]


def test_no_handler_and_no_style_is_left(seen: dict[str, Any]) -> None:
    assert [(s["handlers"], s["text"]) for s in seen["seen"][1:] if s["handlers"]] == []


def test_links_lead_to_the_web_and_pictures_are_ours(seen: dict[str, Any]) -> None:
    assert {link for s in seen["seen"][1:] for link in s["links"]} <= {"http:", "https:", "mailto:"}
    sources = {source for s in seen["seen"][1:] for source in s["sources"]}
    assert sources
    assert all(re.fullmatch(r"deckgen-[0-9a-f]{20}\.svg", source) for source in sources)


def test_only_elements_of_a_text_are_left(seen: dict[str, Any]) -> None:
    tags = {tag for s in seen["seen"][1:] for tag in s["tags"]}
    assert not tags & {
        "script", "style", "iframe", "object", "embed", "svg", "math", "form", "button", "link",
        "video", "audio", "source", "picture", "input", "select", "marquee", "noscript", "template",
    }  # fmt: skip
