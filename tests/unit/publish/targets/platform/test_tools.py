import json
from pathlib import Path

import pytest

from plugins.publish.errors import PublishError
from plugins.publish.targets.platform.tools import PLATFORMS, parse_destination


@pytest.mark.parametrize(
    ("target", "command"),
    [
        ("netlify://my-site.netlify.app", "deploy --prod --no-build --dir site --site my-site.netlify.app --json"),
        ("cloudflare://small", "pages deploy site --project-name small --branch main --commit-dirty=true"),
        ("cloudflare://small/live", "pages deploy site --project-name small --branch live --commit-dirty=true"),
        ("firebase://small", "deploy --only hosting --project small --non-interactive"),
        ("firebase://small/blog", "deploy --only hosting --project small --non-interactive"),
    ],
)
def test_the_tool_is_called_without_questions(target: str, command: str) -> None:
    destination = parse_destination(target)

    assert " ".join(destination.platform.command(destination)) == command
    assert str(destination) == target


@pytest.mark.parametrize(
    "target",
    ["netlify://", "netlify://a/b", "cloudflare://-x", "cloudflare://a/b/c", "firebase://a?b", "netlify://a b"],
)
def test_what_is_no_place_says_what_one_is(target: str) -> None:
    with pytest.raises(PublishError, match=r"is no place on that platform; write (netlify|cloudflare|firebase)://"):
        parse_destination(target)


def test_firebase_is_told_the_headers_in_its_own_file() -> None:
    destination = parse_destination("firebase://small/blog")
    redirects = '{"hosting": {"redirects": [{"regex": "^/old/?$"}]}}'
    files = destination.platform.settings(destination, '{"hosting": {"headers": [{"source": "**"}]}}', redirects)

    assert json.loads(files["firebase.json"]) == {
        "hosting": {
            "public": "site",
            "site": "blog",
            "headers": [{"source": "**"}],
            "redirects": [{"regex": "^/old/?$"}],
        }
    }


@pytest.mark.parametrize("scheme", ["netlify", "cloudflare"])
def test_the_others_are_told_the_headers_in_a_file_of_the_site(scheme: str) -> None:
    destination = parse_destination(f"{scheme}://small")

    assert destination.platform.settings(destination, "/*\n  A: b\n", "") == {"site/_headers": "/*\n  A: b\n"}
    assert destination.platform.settings(destination, "", "/old/ /new/ 301\n")["site/_redirects"] == "/old/ /new/ 301\n"


@pytest.mark.parametrize(
    ("scheme", "words"),
    [
        ("netlify", "netlify:// has nothing to log in with; set NETLIFY_AUTH_TOKEN, or log in by hand (netlify login)"),
        ("cloudflare", "set CLOUDFLARE_API_TOKEN and CLOUDFLARE_ACCOUNT_ID, or log in by hand (wrangler login)"),
        ("firebase", "set GOOGLE_APPLICATION_CREDENTIALS or FIREBASE_TOKEN, or log in by hand (firebase login)"),
    ],
)
def test_what_is_lacking_to_log_in_is_named(scheme: str, words: str, tmp_path: Path) -> None:
    assert words in PLATFORMS[scheme].lacking({"HOME": str(tmp_path), "CLOUDFLARE_API_TOKEN": "x"})


@pytest.mark.parametrize("scheme", PLATFORMS)
def test_variables_or_a_login_by_hand_are_enough(scheme: str, tmp_path: Path) -> None:
    platform = PLATFORMS[scheme]
    file, word = platform.files[0]
    assert not platform.lacking({"HOME": str(tmp_path), **dict.fromkeys(platform.logins[0], "x")})

    (tmp_path / file).parent.mkdir(parents=True)
    (tmp_path / file).write_text("{}")
    assert platform.lacking({"HOME": str(tmp_path)})
    (tmp_path / file).write_text(f"{{{word}: x}}")
    assert not platform.lacking({"HOME": str(tmp_path)})


@pytest.mark.parametrize(
    ("scheme", "left_out", "sent"),
    [
        ("netlify", [".a", "x/.a/b", "__MACOSX/a", "a#b", "a?b", "x/_headers"], [".well-known/a", "_headers", "a.b/c"]),
        (
            "cloudflare",
            ["functions/index.html", "_worker.js", "a/node_modules/b", ".DS_Store"],
            ["a/functions/b", ".a"],
        ),
        ("firebase", ["firebase-debug.log", "a/firebase-debug.1.log", ".firebase/a"], [".a/b", "a/.firebase/b"]),
    ],
)
def test_what_a_tool_would_leave_out_is_known(scheme: str, left_out: list[str], sent: list[str]) -> None:
    pattern = PLATFORMS[scheme].left_out

    assert [path for path in [*left_out, *sent] if pattern.search(path)] == left_out
