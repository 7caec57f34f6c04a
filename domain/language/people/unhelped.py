"""Whether words say that the last answer did not help."""

from domain.language.folding import folded
from domain.language.questions.answer_fit import says_a_code_fails
from domain.language.text.sentences import phrases
from domain.lazy_pattern import lazy_pattern

_MOST_WORDS = 14
_UNHELPED = lazy_pattern(
    r"\b(?:(?:did|does|do|is|was|has)(?:nt| not)(?: really| even| still| at all)? (?:help\w*|answer\w*|solve\w*)"
    # "The lamp doesn't work" is of the lamp.
    r"|(?:it|that|this|which|they)(?: still| also| just)? "
    r"(?:did|does|do|is|was|has)(?:nt| not)(?: really| even| still| at all)? work(?:ing)?"
    r"|still (?:doesnt|does not|didnt|did not|not) (?:help\w*|answer\w*|work\w*)|(?:no|not any|not much|not very|un)\W?help(?:ful)?"
    r"|not what i (?:asked|meant|wanted|said|need(?:ed)?)|(?:thats|that is|this is) (?:wrong|not (?:right|true|it|my question))"
    r"|not (?:my|the) question"
    r"|you (?:did ?nt|did not|do ?nt|do not|are not|arent) (?:answer\w*|understand\w*|listen\w*|get(?:ting)? it|read\w*)"
    r"|i (?:already|just) (?:told|said|asked|explained)|(?:same|that) (?:answer|thing) again|going (?:around )?in circles|useless|pointless"
    r"|(?:why|you|u) (?:did |do |have |are |re |ve |just |keep |kept )*(?:you |u )?(?:already |just )?"
    r"(?:say|said|saying|tell|told|telling|repeat\w*|wrote|answer\w*|ask\w*) "
    r"(?:(?:me|it|that|this|the|same|thing|things|so|yourself) )*"
    r"(?:twice|again|already|before|two times|a second time)|you(?:re| are) repeating yourself"
    r"|(?:warum|wieso) (?:sagst|sagen|schreibst|schreiben|wiederholst|wiederholen) "
    r"(?:du|sie) (?:\w+ ){0,2}(?:zweimal|doppelt|noch ?mal|dauernd|immer)"
    r"|you(?:ve| have| did)? (?:already|just) (?:said|told|answered|wrote|asked) (?:that|this|it|so|me)"
    r"|(?:hast du|haben sie|das hatten sie) (?:schon|bereits) (?:\w+ )?(?:gesagt|geschrieben)"
    r"|(?:falls|wenn|sollte) (?:das|es|er|sie|der link|dies)(?: dann| auch| aber)*"
    r" (?:nicht|nichts) (?:hilft|helfen|klappt|klappen|funktioniert|geht|bringt)(?=\W*$)"
    r"|hilft (?:mir )?(?:auch )?nicht|nicht meine frage|ne m ?aide pas|pas (?:ma|la) question|no (?:me )?(?:ayuda|sirve)|non (?:mi )?aiuta"
    r"|nao ajuda|helpt niet)\b"
)

_NOT_THAT = lazy_pattern(
    r"^\W*(?:(?:no|nope|nah|ugh|nein|nee|ne|hey|hallo)\W+)*(?:not (?:that|this|those|how (?:to|do|i)|about|what|the)\b"
    r"|(?:(?:i|ich) )?(?:did ?nt|did not|dont|do not|wasnt|was not) (?:ask\w*|mean|want to know)\b"
    r"|(?:das|so|darum|danach|die frage) (?:meine?|meinte|wollte|habe?|war|ging) (?:ich |es )?(?:doch |gar |so )?(?:nicht|gar nicht)\b"
    r"|nicht (?:das|dies|die|der|wie|so|danach)\b|darum gehts? (?:es )?(?:mir )?nicht"
    r"|(?:wrong|other|falsche|andere) (?:question|answer|topic|frage|antwort)\b"
    r"|nicht meine frage|not my question"
    r"|(?:thats|that is|this is) (?:only |just )?about (?:the )?(?!it\b|right\b|time\b|all\b|my\b|that\b|how\b)\w+"
    r"|das (?:ist|war|gilt) (?:nur |doch )?(?:fur|uber|zu) (?:die |das |den )?\w+\W*$)"
)


def rejects_the_answer(text: str) -> bool:
    """ "Not how to burn it!! Can I return it?", "das meine ich nicht": what was told last is not what was asked."""
    return bool(_NOT_THAT.search(folded(text))) or bool(_UNHELPED.search(folded(text)) and says_unhelped(text))


def beside_the_rejection(text: str) -> str:
    """What such a message asks instead; all of it where nothing else stands in it."""
    pieces = phrases(text)
    left = "".join(piece for piece in pieces if not (_NOT_THAT.search(folded(piece)) or _UNHELPED.search(folded(piece))))
    return left.strip(" ,;!.") if len(left.split()) > 1 else text


def without_reproach(text: str) -> str:
    """What a message that says so goes on to say: "you didn't answer me. Can it go elsewhere?" → "Can it go elsewhere?"."""
    pieces = phrases(text)
    left = "".join(piece for piece in pieces if not _UNHELPED.search(folded(piece))).strip(" ,;")
    return left if len(left.split()) > 1 else ""


def says_unhelped(text: str) -> bool:
    """Short messages only: in a longer one it stands beside what is wanted."""
    said = folded(text)
    return len(said.split()) <= _MOST_WORDS and bool(_UNHELPED.search(said)) and not says_a_code_fails(text)
