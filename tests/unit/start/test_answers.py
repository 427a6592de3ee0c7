from collections.abc import Iterator

import pytest

from plugins.start.answers import Answers, collect
from plugins.start.stopped_error import StoppedError

GIVEN = {"NAME": "Kabar Pemasaran", "LOCALE": "id", "ZONE": "", "URL": ""}


def refused(**changed: str) -> str:
    with pytest.raises(StoppedError) as stopped:
        collect({**GIVEN, **changed}, None, print)
    return str(stopped.value)


def test_zone_and_address_follow_from_language_and_name() -> None:
    found = collect(GIVEN, None, print)

    invented = "https://kabar-pemasaran.example"
    assert found == Answers("Kabar Pemasaran", "id", "Asia/Jakarta", invented, is_url_invented=True)


@pytest.mark.parametrize(
    ("name", "url"),
    [
        ("台湾日报", "https://tai-wan-ri-bao.example"),
        ("אבגד", "https://abgd.example"),
        ("🙂", "https://publication.example"),
        ("a" * 60, f"https://{'a' * 60}.example"),
    ],
)
def test_an_invented_address_is_latin_whatever_the_script(name: str, url: str) -> None:
    assert collect({**GIVEN, "NAME": name}, None, print).url == url


def test_all_that_is_missing_is_told_at_once() -> None:
    lines = refused(NAME="", LOCALE="").splitlines()

    assert [line.split(" is missing; ")[0] for line in lines] == ["NAME", "LOCALE", "ZONE"]


@pytest.mark.parametrize(
    ("variable", "value", "words"),
    [
        ("NAME", "a" * 61, "NAME has 61 characters; at most 60 are allowed"),
        ("NAME", "a\x07b", "NAME has characters that nobody sees; write it anew"),
        ("LOCALE", "idd", "LOCALE cannot be 'idd'; did you mean 'id'"),
        ("LOCALE", "sw", "docs/words.md"),
        ("LOCALE", "zh-Xant", "LOCALE cannot be 'zh-Xant'; did you mean 'zh-Hant'? Other"),
        ("LOCALE", "ar_AE.UTF-8", "LOCALE cannot be 'ar_AE.UTF-8'; did you mean 'ar-AE'?"),
        ("ZONE", "Asia/Jakata", "ZONE cannot be 'Asia/Jakata'; did you mean 'Asia/Jakarta'"),
        ("ZONE", "../etc/passwd", "ZONE cannot be"),
        ("URL", "kabar.example", "URL cannot be 'kabar.example'; write it as https://www.example.org"),
        ("URL", "https://市場.example/新聞", "write it as https://www.example.org"),
        ("URL", "https://市場.example/a", "write it as machines do: https://xn--rlsx8k.example/a"),
        ("URL", "https://kabar.example/?a=1", "URL cannot be"),
        ("URL", "ftp://kabar.example", "URL cannot be"),
        ("URL", "https://kabar.example:x", "URL cannot be"),
    ],
)
def test_a_value_that_cannot_work_is_refused_with_a_remedy(variable: str, value: str, words: str) -> None:
    assert words in refused(**{variable: value})


@pytest.mark.parametrize("url", ["https://kabar.example/news/", "https://kabar.example/news"])
def test_an_address_may_have_a_path_and_ends_without_a_slash(url: str) -> None:
    assert collect({**GIVEN, "URL": url}, None, print).url == "https://kabar.example/news"


def test_a_person_is_asked_for_the_missing_and_again_for_the_wrong() -> None:
    replies: Iterator[str] = iter(["Kabar", "xx", "ar", "Asia/Riyadh", ""])
    asked: list[str] = []
    told: list[str] = []

    def ask(question: str, default: str) -> str:
        asked.append(f"{question.split()[0]} [{default}]")
        return next(replies)

    found = collect(dict.fromkeys(GIVEN, ""), ask, told.append)

    assert found == Answers("Kabar", "ar", "Asia/Riyadh", "https://kabar.example", is_url_invented=True)
    assert asked == ["Name []", "Language []", "Language []", "Time []", "Address, [https://kabar.example]"]
    assert [line.partition(";")[0] for line in told] == ["LOCALE: cannot be 'xx'"]
