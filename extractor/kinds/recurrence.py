"""Recurrences: repeated times, with the TIMEX3 value of a SET (`every Monday`, `twice a year`, `daily`).

What says of a thing what kind it is (`an annual report`, `a quarterly dividend`) is none, nor is the `per` of a rate.
"""
from extractor.proposals import Example, Proposal, Sentence


def propose(sentence: Sentence) -> list[Proposal]:
    """The recurrences among the sentence's time mentions."""
    return [Proposal(mention.start, mention.end, "recurrence", mention.rule, modifier=mention.modifier, date=mention.value,
                     sentence=sentence, mention=mention)
            for mention in sentence.times if mention.type == "recurrence" and mention.value is not None]


EXAMPLES = (
    Example("The market opens every Monday.", ({"text": "every Monday", "date": "XXXX-WXX-1"},)),
    Example("The board meets twice a year.", ({"text": "twice a year", "date": "P1Y"},)),
    Example("The ferry sails daily.", ({"text": "daily", "date": "P1D"},)),
    Example("The fund grows annually.", ({"text": "annually", "date": "P1Y"},)),
    Example("Elections are held every two years.", ({"text": "every two years", "date": "P2Y"},)),
    Example("The fair is held each July.", ({"text": "each July", "date": "XXXX-07"},)),
    Example("They play on Tuesday nights.", ({"text": "Tuesday nights", "date": "XXXX-WXX-2TNI"},)),
    Example("He trains three times a week.", ({"text": "three times a week", "date": "P1W"},)),
    Example("Buses run every other day.", ({"text": "every other day", "date": "P2D"},)),
    Example("The museum is closed Mondays.", ({"text": "Mondays", "date": "XXXX-WXX-1"},)),
    Example("One in five exercised less than once a week.", ({"text": "less than once a week", "date": "P1W", "modifier": "less_than"},)),
    Example("It opens on the first Monday of every month.", ({"text": "the first Monday of every month", "date": "P1M"},)),
    Example("It erupts every three or four years.", ({"text": "every three or four years", "date": "P3Y/P4Y"},)),
    Example("It rains each February and March.", ({"text": "each February", "date": "XXXX-02"}, {"text": "March", "date": "XXXX-03"})),
    Example("The annual report is out."),
    Example("It was its largest daily rise."),
    Example("It pays a quarterly dividend."),
    Example("The Daily Herald broke the story."),
    Example("The hotline is open 24/7."),
    Example("Once a leader, he is gone."),
    Example("Each member got one vote."),
)
