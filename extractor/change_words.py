"""Words that say that something went up or down, by what they do in a sentence."""
import re

UP_VERBS = """increase increases increased increasing climb climbs climbed climbing gain gains gained gaining jump jumps jumped jumping
    surge surges surged surging soar soars soared soaring advance advances advanced advancing rally rallies rallied rallying expand expands
    expanded expanding leap leaps leaped leapt leaping swell swells swelled swelling swollen spike spikes spiked spiking widen widens
    widened widening improve improves improved improving accelerate accelerates accelerated accelerating rebound rebounds rebounded
    rebounding strengthen strengthens strengthened strengthening appreciate appreciates appreciated appreciating rise rises rose risen
    rising grow grows grew grown growing skyrocket skyrockets skyrocketed skyrocketing rocket rocketed recover recovers recovered"""
UP_TRANSITIVE = """raise raises raised raising hike hikes hiked hiking boost boosts boosted boosting add adds added adding lift lifts lifted
    lifting upped doubled doubling tripled tripling quadrupled"""
UP_NOUNS = "growth improvement improvements hike uptick upturn appreciation acceleration expansion"
DOWN_VERBS = """fall falls fell fallen falling drop drops dropped dropping decline declines declined declining decrease decreases decreased
    decreasing slip slips slipped slipping slide slides slid sliding tumble tumbles tumbled tumbling plunge plunges plunged plunging plummet
    plummets plummeted plummeting lose loses lost losing shed sheds shedding sink sinks sank sunk sinking dip dips dipped dipping shrink
    shrinks shrank shrunk shrinking slump slumps slumped slumping ease eases eased easing weaken weakens weakened weakening narrow
    narrows narrowed narrowing contracted contracting retreat retreats retreated retreating slow slows slowed slowing crash crashes crashed
    depreciate depreciates depreciated depreciating dwindle dwindles dwindled dwindling dive dives dived dove diving skid skidded"""
DOWN_TRANSITIVE = """cut cuts cutting reduce reduces reduced reducing lower lowers lowered lowering slash slashes slashed slashing trim
    trims trimmed trimming shave shaves shaved shaving halved"""
DOWN_NOUNS = "reduction reductions contraction downturn slowdown depreciation devaluation loss losses"
# Verbs of motion: after them `up to` says where to, not how many at most (`ticked up to 3.8 percent`).
MOVED = re.compile(r"(?:tick|edg|inch|creep|mov|push|pick|ramp|bump|nudg|climb|jump|driv|mark|scal)(?:s|es|ed|ing|e)?"
                   r"|crept|went|goes|going|gone|shot|drove|driven|back")
PARTICLES = {"up": "up", "down": "down", "higher": "up", "lower": "down", "off": "down"}
NOUNS = frozenset((UP_NOUNS + " " + DOWN_NOUNS).split())
TRANSITIVE = frozenset((UP_TRANSITIVE + " " + DOWN_TRANSITIVE).split())
WORDS: dict[str, str] = {}
for _words, _direction in ((UP_VERBS, "up"), (UP_TRANSITIVE, "up"), (UP_NOUNS, "up"), (DOWN_VERBS, "down"), (DOWN_TRANSITIVE, "down"),
                           (DOWN_NOUNS, "down")):
    WORDS |= dict.fromkeys(_words.split(), _direction)
WORDS |= PARTICLES
