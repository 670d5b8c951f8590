"""Holidays by name: fixed days, the n-th weekday of a month, and those that hang on Easter (dateutil has the date).

Only names that mean a day wherever they are written; holidays of one country are those of the United States, whose
newswire names them without saying so.
"""
import datetime
from functools import cache

# Month and day.
FIXED = {"christmas": (12, 25), "christmas day": (12, 25), "christmas eve": (12, 24), "boxing day": (12, 26), "new year's day": (1, 1),
         "new year's eve": (12, 31),
         "new year's": (1, 1), "new year": (1, 1),
         "halloween": (10, 31), "valentine's day": (2, 14), "valentines day": (2, 14), "st. patrick's day": (3, 17),
         "st patrick's day": (3, 17), "april fools' day": (4, 1), "april fool's day": (4, 1), "may day": (5, 1), "independence day": (7, 4),
         "fourth of july": (7, 4), "the fourth of july": (7, 4), "veterans day": (11, 11), "armistice day": (11, 11),
         "remembrance day": (11, 11),
         "juneteenth": (6, 19), "bastille day": (7, 14), "earth day": (4, 22), "all saints' day": (11, 1), "epiphany": (1, 6),
         "groundhog day": (2, 2),
         "international women's day": (3, 8), "anzac day": (4, 25), "canada day": (7, 1), "international workers' day": (5, 1)}
# Month, weekday (0 is Monday) and which of them: -1 is the last.
WEEKDAYS = {"thanksgiving": (11, 3, 4), "thanksgiving day": (11, 3, 4), "labor day": (9, 0, 1), "memorial day": (5, 0, -1),
            "columbus day": (10, 0, 2),
            "presidents' day": (2, 0, 3), "presidents day": (2, 0, 3), "martin luther king day": (1, 0, 3),
            "martin luther king jr. day": (1, 0, 3),
            "mother's day": (5, 6, 2), "father's day": (6, 6, 3), "super tuesday": (3, 1, 1)}
# Days after the fourth Thursday of November.
THANKSGIVING = {"black friday": 1, "cyber monday": 4}
# Days after Easter Sunday.
EASTER = {"easter": 0, "easter sunday": 0, "easter day": 0, "good friday": -2, "easter monday": 1, "ash wednesday": -46, "palm sunday": -7,
          "maundy thursday": -3, "whit monday": 50, "pentecost": 49, "ascension day": 39, "holy saturday": -1}
NAMES = frozenset(FIXED) | frozenset(WEEKDAYS) | frozenset(EASTER) | frozenset(THANKSGIVING)


@cache
def easter(year: int) -> datetime.date:
    """Easter Sunday of the western churches."""
    from dateutil.easter import easter as western  # type: ignore[import-untyped]
    found: datetime.date = western(year)
    return found


def day(name: str, year: int) -> datetime.date:
    """The day on which a holiday falls in a year."""
    if name in THANKSGIVING:
        return day("thanksgiving", year) + datetime.timedelta(days=THANKSGIVING[name])
    if name in FIXED:
        return datetime.date(year, *FIXED[name])
    if name in EASTER:
        return easter(year) + datetime.timedelta(days=EASTER[name])
    month, weekday, which = WEEKDAYS[name]
    if which < 0:
        last = datetime.date(year, month + 1, 1) - datetime.timedelta(days=1)
        return last - datetime.timedelta(days=(last.weekday() - weekday) % 7)
    first = datetime.date(year, month, 1)
    return first + datetime.timedelta(days=(weekday - first.weekday()) % 7 + 7 * (which - 1))
