"""Short forms of thanks, goodbyes and greetings, read by their words alone."""

from typing import Literal

from domain.language.text.phrasebook import Phrasebook

_WHO = """sir; madam; maam; mam; dear; mate; buddy; bro; dude; friend; man; team; all; everyone; everybody; guys;
there; again; bot; robot; you; too; also; to you; for you; to you too; to all; so; then; now; oh; ah; wow; hmm; well;
please; and; a lot; once again; really; so much; very much; ever so much; a million; a bunch; kindly; and take care;
ahead; x; xo; xoxo"""

_NOTED = """ok; okay; okey; k; kk; alright; all right; great; perfect; good; fine; nice; cool; awesome; excellent;
wonderful; super; superb; amazing; brilliant; lovely; sure; got it; i got it; i see; understood; i understand;
sounds good; that sounds good; no problem; thats great; all good; with pleasure; yes; yeah; its enough; thats enough;
enough; for today; for now; i will wait"""

# With a goodbye beside them they end the talk, whatever thanks are said too.
_ENDS = """thats all; that is all; thats it; that was all; that will be all; thats everything; nothing else; nothing more;
that is everything; thats me; thats me done; thats me sorted; all sorted; all sorted now; im sorted; im all sorted;
im all set; all set; das wars dann; das wars schon; das wars fur heute; mehr brauche ich nicht; mehr wars nicht; mehr nicht;
thats all i needed; that is all i need; i am done; im done; all done; das wars; das war alles;
das ist alles; sonst nichts; nichts mehr"""

_NO = "no; nope; nah; nein; nee; nei"

_THANKS = """thanks; thank you; thank u; thank yu; thankyou; thanku; thank; thanking you; thank you so much;
thank you very much; thanks a lot; many thanks; ty; tysm; tq; ta; cheers; thx; much appreciated; appreciated;
appreciate it; i appreciate it; i really appreciate it; really appreciate it; appreciate the help;
i appreciate your help; merci; merci beaucoup; danke; danke schon; vielen dank; gracias; folded; god bless you;
bless you; thanks for helping me out; for helping me out; for helping me; for helping; for your help; for the help;
for your wonderful help; for your great help; for your kind help; for your time; for your support; for your service;
for your assistance; for the assistance; for assistance; for your information; for the information; for information;
for the info; for your cooperation; for your patience; for your order; for the quick response;
for your quick response; for the fast reply; for everything; for that; for this; for all; for letting me know;
for sorting that out; for clearing that up; for the update; for understanding; for your understanding;
for your effort; very helpful; you were very helpful; youve been very helpful; you have been very helpful;
that was helpful; that helped; muchas gracias; grazie; mille grazie; grazie mille; obrigado; obrigada; muito obrigado; muito obrigada;
bedankt; hartelijk bedankt; dank je; dank je wel; dank u; dank u wel; dziekuje; dziekuje bardzo; dzieki; bardzo dziekuje; tack;
besten dank; herzlichen dank; danke dir; danke ihnen; danke sehr; merci bien; eso es todo gracias"""

_GOODBYE = """tschau; tschussi; bis dann; bis bald; schonen abend; schonen abend noch;
einen schonen abend; schones wochenende; bye; by; bye bye; byebye; bubye; bbye; goodbye; good bye; good night; goodnight; see you; see ya;
see you later; see u later; see u; see you soon; see you around; cya; cu; ttyl; talk to you later; take care; later;
have a nice day; have nice day; have a good day; have a great day; have a good one; have a nice one;
have a lovely day; have a wonderful day; have a blessed day; have an awesome day; have a awesome day;
have a fantastic day; have an amazing day; have a amazing day; have a nice evening; have a good evening;
have a great evening; have a nice weekend; have a great weekend; have a good weekend; have a nice time; a great day;
a nice day; good day and; great day; nice day; you too bye; same to you; ciao; adios; au revoir; tschuss;
auf wiedersehen; hasta luego; hasta pronto; arrivederci; buona giornata; tot ziens; doei; fijne dag; adeus; tchau; ate logo; do widzenia;
milego dnia; bonne journee; bonne soiree; a bientot; wiedersehen; schonen tag; schonen tag noch; einen schonen tag; einen schonen tag noch;
pfiat di; pfiat euch; servus und danke; you can end the chat; you can end the chat now; you can close the chat; end chat; end the chat;
close the chat; close chat; exit; quit; farewell; until next time; till next time; gotta go; i have to go;
i have to go now"""

_GREETING = """hi; hai; hello; helo; hey; heya; hiya; hallo; hullo; yo; howdy; greetings; good morning; good evening;
good afternoon; good day; gud morning; god mrng; gud mrg; good mrng; very good morning; a very good morning;
happy morning; hi there; hello there; hey there; gm; how are you ?; how are you; how are you doing;
how are you doing ?; how are you today; how are you today ?; hows it going; hows it going ?; how do you do; whats up;
whats up ?; sup; hello ?; hi ?; hello there ?; nice to meet you; hola; salut; bonjour; bonsoir; buenos dias; buenas tardes; buongiorno;
buonasera; bom dia; boa tarde; hoi; goedendag; goedemorgen; dzien dobry; witam; guten tag; guten morgen;
guten abend; servus; moin; wave"""

_RUN_TOGETHER = (
    "ok okay sure yes thanks thank you thankyou bye goodbye hi hai hello good morning have nice great a day great nothing"
)


def kinds_in(text: str) -> frozenset[str] | None:
    """The kinds of phrases that a whole message is made of; None where it says anything else."""
    return _BOOK.read(text)


def reads_as(text: str) -> Literal["thanks", "goodbye", "greeting"] | None:
    """Read a whole message that is nothing but thanks, a goodbye or a greeting (thanks outweigh a goodbye beside them)."""
    kinds = _BOOK.read(text)
    if kinds is None:
        return None
    if "goodbye" in kinds and {"ends", "no"} & kinds:
        return "goodbye"
    if "no" in kinds:
        return None  # an answer, whatever stands beside it
    if "thanks" in kinds:
        return "thanks"
    if "goodbye" in kinds:
        return "goodbye"
    return "greeting" if "greeting" in kinds and not {"noted", "ends"} & kinds else None


_BOOK = Phrasebook(
    {
        kind: [phrase.strip() for phrase in group.split(";")]
        for kind, group in (
            ("who", _WHO),
            ("noted", _NOTED),
            ("ends", _ENDS),
            ("no", _NO),
            ("thanks", _THANKS),
            ("goodbye", _GOODBYE),
            ("greeting", _GREETING),
        )
    },
    _RUN_TOGETHER.split(),
)
