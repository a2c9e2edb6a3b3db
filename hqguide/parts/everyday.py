"""Common English words that are no trade words here, so that they are not taken for misspelled ones.

An everyday word is not completed or read as pinyin, hardly ever repaired, and not enough to find a longer
name that holds it: "water" is no water pump. One of :data:`THINGS` names other goods or beings than the
market's: where it names what is wanted, names of other things are no answer. One of :data:`FILLERS` that
no name holds is passed over.
"""

from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

from hqguide.parts.english_words import SAME
from hqguide.parts.normalise import stem
from hqguide.parts.wordlist import WordList

_THINGS = """
affair airline airplane airport album animal ankle anthem apartment apron attorney aunt autumn avocado baby
bacon bakery ballet ballot bamboo banana bangle banquet barber barn baseball basin basket basketball bathtub
beach bean beard beast beauty bed bedroom bedsheet bee beef beer belly betting beverage bib bible bicycle
bike bikini bird birthday biscuit blanket bleach blood blouse boat body bond bone booking boot boss bottle
boutique bowl boy bra brain bread breath brick bride bridegroom broccoli brooch broom brother bull bunny
burger bush butcher butter butterfly cabbage cabin cake calendar camel candle candy carpet carrot castle cat
cathedral cattle ceiling celery cement cemetery cereal ceremony chair cheese chess chest chicken chief child
children chin chocolate choir chopstick christmas church cigar cinema circus cliff clinic cloth clothes
clothing cloud club coach coast coat cocktail coconut college comb concert condom contest cookie corn cot
cottage cotton couch country county cousin cow crab cradle crayon cream crib cricket crime crop crowd crown
cucumber cup curtain cushion dad daddy dairy dancer daughter democracy dentist desert dessert detergent
diamond diaper diary diet dinosaur dish doctor dog doll dolphin donkey doughnut dress drum duck duke
dumpling duvet eagle earth easel economy egg elbow election elephant epidemic exam eyebrow fabric face fairy
fame family farm farmer father feather fence fertilizer festival field finger fish fisherman flea flight
flood floor flour flower fog football forehead forest fork fox fridge friend frog fruit funeral fur
furniture garage garden garlic gentleman ghost ginger giraffe girl glacier glove goat gold golf goose gossip
government grandfather grandma grandmother grandpa grape grass grave gravy grief guest guitar gym hair
haircut hairdresser hairdressing ham hamburger hammock hamster handbag handkerchief hat hay heart heaven
hedge heel hen herb hero highway hill hip hockey holiday homework honey hoodie horse hospital house husband
ice illness insect insurance island ivory jacket jade jail jam jeans jelly jewel job joke journey judge
juice jungle kangaroo ketchup kid king kingdom kiss kitchen kite kitten knee knickers lady lake lamb lane
lawn lawyer leaf league leather leg leggings lemon lemonade leopard lesson letter lettuce lime lion lipbalm
litter liver lizard loaf lobster locket lorry lotion lottery love lullaby lunchbox lung luxury magazine
mailbox makeover man mango manicure map maple marathon marmalade marriage mascara mattress mayor meadow meat
meeting melon memoir midwife milk millionaire mittens monastery money monkey mood moon mortgage mosquito
mother motorbike motorcycle mountain moustache mouth movie mower muffin mum muscle mushroom music musician
mustard myth nail nanny napkin nappy nation neck neighbour nephew nest newspaper niece nightclub nightdress
noodle nose novel nun nurse nursery oak oar oats ocean olive omelette onion opera orchestra orchid owl ox
oyster pajama pajamas palace pancake pants parade parent park parliament parrot party passenger passport
pasta pasture path patient pea peach peacock peanut pear peasant pen pencil penguin people perm pet
philosophy piano pickle pie pig pigeon pillow pineapple pirate pizza planet plate playground poem poet
poetry police policeman politics pollution pond pony pope pork porridge postcard potato pottery poultry pram
prayer president priest prince princess prison prophecy protest puppet puppy purse pyjama pyjamas queen
rabbit race racket railway rain rainbow raincoat rat recipe reform religion rice river road robe rocket
romance roof rooster rope rose rug rum rumour sailor salad salary salmon salt sandal sandwich sauce sauna
sausage scandal scarf scholarship school schoolbag scissors sea seafood season seed seminar sermon sewing
shampoo shark sheep sheet shirt shorts shoulder shower shrimp singer sister skateboard skeleton ski skin
skirt skirting sky slave slipper smile snake sneaker snow soap soccer sock sofa soldier son song soup spa
spaghetti speech spice spider spinach spoon sport squirrel stadium stamp star statue steak stepmother stew
stocking stomach story strawberry street strike stroke stroller sugar suit summit sun surfboard surgery
sushi swan sweater sweatshirt sweet swimsuit table tailor tale talent tampon tattoo tax taxi tea teacher
team teddy teeth temple tennis tent theatre theory therapy throat thumb ticket tiger tights timetable tire
tobacco toe tofu tomato tongue tooth toothpaste toothpick tortoise tour towel town tractor tradition tragedy
train trainer tree trial tribe triumph trolley trouser trousers trout tshirt tulip turkey turtle tutorial
tuxedo twins umbrella uncle underpants underwear uniform university urine vacation valley vase veal
vegetable verdict vest vet victory village vinegar violin virus visa vodka volcano volleyball vote wage
waist waiter waitress wallet wallpaper war wardrobe wash water weather wedding whale wheat whiskey whisky
widow wife wig wine wing wisdom wolf woman women wood wool worm worship wrist yacht yarn yoga yogurt youth
zebra zoo
"""
_OTHERS = """
hi hello hey goodbye bye up down out off over away again abandon able above abroad absence absolute
absolutely accept accident accuse ache achieve across act action actually add admire admit adult advance
adventure advice afford afraid afternoon afterwards against age ago agree ahead aim alive allow almost
alone along aloud already also although always amaze amazing among amount ancient anger angry announce
annoy another answer anxious anybody anyhow anything anyway anywhere apart apologize apology appear
appearance approach approve april argue argument army arrange arrest arrival arrive art article artist
ashamed aside ask asleep assume attack attempt attend attitude attract august author autumnal avoid awake
award aware awful awkward bad badly basic battle bear beat beautiful because become before beg began begin
beginning behave behaviour behind being belief believe belong below beneath besides between beyond bill
birth bite bitter black blame bless blind blue bored boring born borrow both bother bought brand brave
break breathe brief bright bring broken brought brown build burn bury business busy call calm came care
careful careless cause celebrate central century certain certainly chance change chase chat cheaply cheer
choice choose civil claim clever climb close clue cold collect come comfort comfortable common company
compare complain complete completely concern condition confess confident confuse congratulate consider
content contest continue conversation cook corner correct cost cough count courage course court cracked
crash crazy create creature cried criminal cruel cry culture cure curious curly currently customer cute
cycle daily damage damaged damp dance danger dangerous dare dark darling date dawn day dead deaf deal dear
death debate debt december decide decision deep defeat defend degree delay delicious delight deliver
demand deny depart depend describe deserve desire despair destroy detail develop devil die died difference
different difficult difficulty dig dinnertime direct direction dirt dirty disagree disappear disappoint
disaster discover discuss disease disgust divide divorce doubt downstairs downtown dozen drag draw dream
drew drove drown drunk dry due dull during dusk dust duty each eager early earn ease easily east easter
easy education effect effort eight either elder elect else elsewhere embarrass emotion empire employ empty
encourage end enemy enjoy enormous enough enter entire envy equal error escape especially eve even evening
event ever every everybody everyone everything everywhere evil exact exactly exam excellent except excite
excited exciting excuse exercise exist expect expensive experience explain explore extra extreme fact fail
failure faint fair faith fall false fame familiar famous far farewell fashion fat fate fault favour
favourite fear february feed feel feeling fellow felt few fiction fight fill final finally fine finish
firm first five flew flood fly fold folk follow following fond fool foolish forbid foreign foreigner
forever forget forgive forgot form former fortune forward fought found four free freedom freeze fresh
friday friendly friendship frighten front fry full fun funeral funny further future gain gather gave
general generous gentle genuine glad gladly glory god gone gossip grab grade graduate grand grateful great
greedy green greet grew grief ground group grow grown growth guess guide guilty guy habit half hang happen
happily happiness happy hard hardly harm hate having health healthy hear heard heavy height hell herself
hide high him himself hint history hit hold hole hollow holy homeless honest honour hope hopeful horrible
hour however hug huge human humble hundred hung hungry hunt hurry hurt idea ideal identity idle if ignore
ill imagine immediate important impossible impress improve include income increase indeed independent
indoors infant inform injure injury inn innocent inside insist instead insult intend interest interesting
interview into introduce invent invite itself january jealous join joke journey joy july jump june junior
just justice keen keep kept kill kind kindly kindness kingdom kneel knew knock know knowledge known lack
laid language large last late lately later laugh laughter law lay lazy learn least leave lecture left
legal lend less lesson let liar liberty lie life lift listen literature little live lively lonely long
loose lord lose loss lost lot loud lovely lover low loyal luck lucky mad magic magnificent major make
manage manner march mark marry mass master match may maybe mean meant medal meet meeting member men
mention merchant mercy merry message met middle midnight might mild military mind mine minister minute
miracle miserable misery miss mistake mix mixture modern moment monday month mood moral more morning most
mostly mourn move movement murder murmur must myself mystery naked name narrow nasty nation national
native nature naughty nearby nearly neat necessary neither nervous never new news next nice night nine
nobody none noon normal north note nothing notice novel november now nowhere number obey object obvious
october odd offer official often okay old older once one oneself only onto opinion opportunity opposite
order ordinary original other otherwise ought ours ourselves outside owe own owner pace page paid pain
pair pale paradise pardon particular pass passion past patience pause pay peace peculiar perfect perhaps
period permit person personal persuade philosophy physical pick picture piece pile pink pity place plain
plan plant play pleasant please pleased pleasure plenty pocket point poison polite political poor popular
possess possible poverty practice praise pray prefer preferably prepare pretend pretty prevent pride
private prize probably problem profit promise proof proper protest proud prove public pull punish pupil
pure purple purpose push quality quarrel quarter question quick quickly quiet quite quote race radish rage
raise ran rare rather reach react read ready real realise realize really reason receive recent recently
recognise recommend red reduce refuse regard region regret regular reject relation relative relax relief
rely remain remark remarkable remember remind remove rent replace reply report represent request rescue
research respect responsible rest result return revenge reward rich rid ride right riot ripe rise risk rob
robbery romantic rotten rough round row royal rude ruin rule rumour run rush sad saddle sadness safe
safety said sake salary sale same sand sat satisfy saturday save saw say scare scared scene scent science
scold score scream search seat secret secretly seem seen seldom selfish senior sent sentence separate
september serious servant serve set settle seven several severe shadow shake shall shallow shame shape
share sharp shelter shine shocking shoot short shout shut shy sick sigh sight sign silence silent silly
similar simple simply since sincere sing single sir sit six size sleep sleepy slept slid slow slowly small
smashed smell smile smooth snowy so social society soft softly sole solve somebody somehow someone
something sometimes somewhere soon sorrow sorry sort soul sour south space spare speak special speech
spell spend spirit spite splendid spoil spoke sport spread stage stair stare start starve state statue
stay steal steam steep stiff still stole stone stood stop storm story straight strange stranger stream
strength stretch strict strike strong struggle student study stuff stupid style subject succeed success
such sudden suddenly suffer suggest sum summer sunday sunny sunrise sunset support suppose sure surface
surprise surround suspect swallow swear sweep swim swing sword sympathy take tale talent talk tall taste
taught tax teach tear tell temper ten tend tender terrible terribly terror than thank thankful their
theirs them themselves then therefore thick thief thin thing think third thirsty thirteen thirty thorough
though thought thousand threat three threw thrill through throw thunder thursday thus tight till time tiny
tired title today together told tomorrow tonight too took top total tough tour tourist toward tradition
traffic tragedy travel treasure treat tremble trial tribe trick trip trouble true truly trust truth try
tuesday turn twelve twenty twice two ugly unable unbelievable under understand unfortunate unhappy unique
unite universe unknown unless until unusual upon upper upset upstairs urgently use useful useless usual
usually vain valuable value vanish various vast very victim victory view violent visit visitor vote voyage
wage wait wake walk wander war warm warn warning was waste way weak wealth weapon wear weather wednesday
week weekend weep weigh welcome went west wet whatever wheel whenever wherever whether while whisper white
whole whom whose why wicked wide wild will willing win window winter wisdom wise wish within witness
wonder wonderful word wore work worker world worried worry worse worship worst worth worthy wound write
writer written wrong yard year yell yellow yes yesterday yet young yours yourself youth
"""


def _words(text: str) -> frozenset[str]:
    """The words as they are compared."""
    return frozenset(SAME.get(stem(word), stem(word)) for word in text.split() if word.isalpha())


THINGS = _words(_THINGS)
"""Common nouns for other goods, beings and places."""

FILLERS = _words(_OTHERS) - THINGS
"""Common words that name nothing."""

EVERYDAY = THINGS | FILLERS
"""All common words that are no trade words, as :func:`~hqguide.parts.normalise.words` writes them."""

_ENDINGS = ("ing", "ed", "ly")
_IRREGULAR = {"written": "write", "broken": "break", "torn": "tear", "stolen": "steal", "kept": "keep"}
_IRREGULAR |= {"held": "hold", "made": "make", "sent": "send", "found": "find", "seen": "see", "worn": "wear"}


COMMON_WORDS = WordList(Path(__file__).with_name("common_words.txt"))
"""Further common words, from SCOWL; which of them name goods is not told."""

FURTHER_WORDS = WordList(Path(__file__).with_name("further_words.txt"))
"""Rarer words and the names of people and places, from SCOWL; one may also be a misspelled trade word."""

PHRASES = WordList(Path(__file__).with_name("everyday_phrases.txt"))
"""Phrases from WordNet that hold a trade word and are no goods, their words run together: speedoflight."""

ABSTRACT = WordList(Path(__file__).with_name("abstract_words.txt"))
"""Nouns from WordNet for what cannot be touched: democracy."""


@lru_cache(maxsize=4096)
def is_common(word: str) -> bool:
    """Whether a word is an everyday one or a regular form of one: sleeping, tried, cheaply."""
    if word in EVERYDAY or COMMON_WORDS.holds(word) or PHRASES.holds(word):
        return True
    return any(base in EVERYDAY for base in bases(word))


def is_everyday(word: str) -> bool:
    """Whether a word is a common or a rarer everyday one, or a name."""
    return is_common(word) or FURTHER_WORDS.holds(word)


def bases(word: str) -> Iterator[str]:
    """What a word may be a form of."""
    if word in _IRREGULAR:
        yield _IRREGULAR[word]
    for ending in _ENDINGS:
        if word.endswith(ending):
            base = word.removesuffix(ending)
            yield from (base, base + "e")
            if len(base) > 2 and base[-1] in (base[-2], "i"):
                yield base[:-1] if base[-1] == base[-2] else base[:-1] + "y"
