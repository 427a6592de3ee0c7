"""Lengths of audio and video as readers and programs see them."""

from plugins.newsroom.words.phrases import Words

_MINUTE, _HOUR = 60, 3600


def duration(seconds: float, words: Words) -> str:
    """Return a length in at most two units, as the language writes them: `1 hr, 5 min`, `12 min, 30 sec`."""
    hours, minutes, rest = _parts(seconds)
    units = [(words.hours, hours), (words.minutes, minutes), (words.seconds, 0 if hours else rest)]
    said = [str(phrase(number)) for phrase, number in units if number]
    return str(words.duration_two.join(said)) if said else str(words.seconds(0))


def iso_duration(seconds: float) -> str:
    """Return a length in ISO 8601: `PT12M30S`."""
    hours, minutes, rest = _parts(seconds)
    parts = f"{hours}H" * bool(hours) + f"{minutes}M" * bool(minutes)
    return f"PT{parts}{rest}S" if rest or not parts else f"PT{parts}"


def _parts(seconds: float) -> tuple[int, int, int]:
    """Return hours, minutes and seconds; a length of nearly nothing is one second, and of hours the minutes round."""
    whole = max(1, round(seconds)) if seconds > 0 else 0
    if whole >= _HOUR:
        whole = _MINUTE * round(whole / _MINUTE)
    return whole // _HOUR, whole % _HOUR // _MINUTE, whole % _MINUTE
