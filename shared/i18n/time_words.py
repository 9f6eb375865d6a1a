"""Times, days and durations as people read them. Pure; times are the hall's local ones."""

from datetime import UTC, date, datetime

from shared.i18n.words import Words

MINUTE_MS = 60_000


def clock_time(minute: int) -> str:
    """Return ``07:30`` for 450 minutes after midnight; past midnight it starts anew."""
    return f"{minute // 60 % 24:02d}:{minute % 60:02d}"


def local_time(at_ms: int, utc_offset_min: int) -> datetime:
    """Return the hall's wall-clock time of a moment."""
    return datetime.fromtimestamp(at_ms / 1000 + utc_offset_min * 60, UTC)


def time_of(at_ms: int, utc_offset_min: int) -> str:
    """Return the hall's clock time of a moment, such as ``09:05``."""
    return f"{local_time(at_ms, utc_offset_min):%H:%M}"


def date_of(at_ms: int, utc_offset_min: int) -> str:
    """Return the hall's date of a moment, such as ``24/11/2026``."""
    return f"{local_time(at_ms, utc_offset_min):%d/%m/%Y}"


def day_in_words(day: str, words: Words) -> str:
    """Return ``Thứ Ba 24/11/2026`` for an ISO date."""
    moment = date.fromisoformat(day)
    weekday = words.text(f"common.weekday_{moment.weekday()}")
    return f"{weekday} {moment:%d/%m/%Y}"


def minutes_in_words(duration_ms: int, words: Words) -> str:
    """Return a duration in whole minutes, ``12 phút``, or ``1 giờ 05 phút`` from an hour on."""
    minutes = max(0, duration_ms) // MINUTE_MS
    if minutes < 60:
        return words.counted("common.minutes", minutes)
    return words.text("common.hours_minutes", hours=minutes // 60, minutes=f"{minutes % 60:02d}")


def seconds_in_words(duration_ms: int, words: Words) -> str:
    """Return a short duration with one decimal, ``2,3 giây``."""
    seconds = f"{max(0, duration_ms) / 1000:.1f}"
    return words.text("common.seconds", seconds=seconds.replace(".", words.text("common.decimal")))


def age_in_words(age_ms: int, words: Words) -> str:
    """Return how old something is in minutes and seconds, ``0:42``."""
    seconds = max(0, age_ms) // 1000
    return words.text("common.age", minutes=seconds // 60, seconds=f"{seconds % 60:02d}")
