"""English words that mean something else outside the trade, and words that buyers say around the thing."""

from hqguide.parts.everyday import bases
from hqguide.parts.normalise import stem

_DOUBLE_TEXT = """
access action air angle arm array bag bake balance ball band bank bar barrel barrier base bead beam bearing
beauty bed bell belt bench bent bit black blade blank blind block blood blow blue board boat body bolt bone
book boost boot box branch brand bridge brush bubble buffer bug build bulk bullet burn bus business bypass
can cannon capacity capsule capture card carrier cartridge case cash cast cat cavity cell cement center
chain change channel character charge charm check chemical cherry chip chocolate choke cinema circuit
circular clad class clean clearance clip clone coach coat cob code coin cold collector comb common
communication company compass compound compression condition conductor connection contact control cool
cooler copy cord core cotton counter couple court cover creative crystal cup currency current curtain custom
cut cutting dash data date day dead deck delay delivery desk dial diaphragm die digit dip discharge distance
distribution dock document dome door dot down draw drawing dress drink drive driver driving drop drum dry
dual duck dust ear earth echo edge effect element end energy engine engineer entry exchange exhibition
expansion express expression extension eye face factory fair fake family fashion fast feature feeder feet
field figure file fill film filter finger fire fit fitness fix flash flat flight float floor flow flush fly
foil food foot force fork form frame free freight front fuel full function gain gal game gang gap gas gate
gear general gesture gift gland glass gold grade grand grease green grid grip ground grow guard guide gun
hair half hall hand hard harness hat head header health heart heat help hidden high hobby hole holiday
hollow home hook horn hose hot house household hub human image import inch information ink instant
instrument interest ion iron jack jam joint joy junction key kid kind kit kitchen knife knock lady latch
layer lead leaf leak learning led left leg level life lift light lightning limit line link liquid live load
local lock log logic long lot loud low lug machine magic mail main male man management map mark mask mass
master mat match matrix matter meal mean measure media medicine meeting memory men mercury mesh metal middle
military mine mint miss mix mode model mole moment money monitor moon motion mount mouse mouth movie museum
music name navigation neck needle negative net new night noise nose note notebook nut office oil old
open opening operation orange order original out outlet oven pack pad page paint pan panel paper parallel
park part particle party passive paste patch patio pearl pedal pen phase phoenix photo piano pick picture
piece pilot pin pipe pitch place plain plane plant plasma plate platform play player plug pocket point pole
police pool port position post pot power prayer precision presence present press pressure print privacy
private probe process product profile program project proof property protection pry public pull pulse punch
pure purpose push puzzle quality quarter quick quote race racing rack raid rail rain rainbow range rate ray
read reader ready real rear receiver record recovery red reed reference reflection register relay release
removal rental reserve residual resistance rest reverse ribbon rig right rigid ring river rocket rod role
roll room root rose round route ruler run runner safety sale salt same sample sand sat satellite saw scale
scene school scope score sea seal search season seat second security seed segment self senior sense series
serve service set seven shade shaft shape sheet shell shield shift ship shock shoe shoot short shot show
shrapnel side sign signal silk silver single siren skin sleeve slide slot small smart smoke snack snake snap
soft soil solid solution sound source space spade spare spark speaker spectrum speech speed spin spiral
splice split spool sport spot spray spread spring spy square stage stamp stand standard star start starter
state static station stay steam steel step stick stock stop storage store straight strain strap straw stream
street stress string strip stroke structure studio style sub sugar suit super supply support surface surge
surplus surveillance swap system tab table tablet tact tag tail tank tap tape target task tea team term
terminal test text theater theft thick thin thread three through thumb tide tie tile till time tin tip
tissue title toggle toilet tone tool top torch touch tour tourist tower toy track trade traffic trail train
transfer transformer transition transport trap travel tray treat tree trial trigger trip trouble trunk trust
tube tune tunnel turn twin two type unit universal valve variable vehicle version vibration vice view
vintage virtual vision visit visitor visual voice volume wafer wall war warehouse wash watch water wave wax
way weather web weight well wet wheel whip white whole wick wide wild wind window wing wood work workshop
world wrap wrist writer yard yellow zebra zero
"""
_TALK_TEXT = """
able actually advice afternoon ago already also always amateur amount answer anybody anyhow anyone
anything asap ask authentic away bad beautiful beginner better big black blue both bought brand bright
brought brown budget bulk business buyer camping cent cheaper cheapest cheaply choice class college color
colour come company compatible competition contest cost could currently customer cute dear decent
delivered delivery development different dirty discount dollar dozen durable easy education eight else
enough especially euro even evening every everybody everyone everywhere exactly excellent excuse expensive
experiment experimenting expert extra factory fast favorite favourite few finally fine fishing five four
fresh friend full fun gaming generally genuine give go going good grade gray great hard heavy height hello
help here high hiking him hobby hour huge hundred hurry idea immediate immediately important importer
issue just kind know large last late later learning least length less let little long lovely low lower
maker manufacturer many maybe mean mine minute model month monthly morning most much mum must name nearby
nearly neat necessary never new nice nine normal now offer often okay old one option order other otherwise
own pay perfect perhaps pink plain please plus pound powerful practice prefer preferably pretty probably
problem production professional proper prototype prototyping purple quality quantity question quickly
quiet quite rather ready really reasonable recent recently recommend recommendation regular reliable
replace replacement request require research retail robust same save search searching second sell send set
shall shape shopping short similar simple simply since sir size slim slow small smooth soft some somebody
someone something soon sorry sort source spec special still strong student study studying stuff sturdy
such suggestion suitable supplier supply sure teaching tell ten testing than thank thick thin thing think
third thousand tiny today tomorrow tonight total training travel travelling trouble try type ugly
university until urgent urgently use used useful usual various version very wait warehouse week weekend
weight while wholesale wholesaler wide width working worth would wrong year yellow yesterday yet young
yuan
"""
_FAULTS_TEXT = """
bad bent black blank blinking bloated blown bricked broken bulging burned burning burnt bust busted
buzzing corroded cracked damaged dead defective dim dirty dying empty failed failing faulty flashing flat
flickering frozen gone hot humming jammed kaput leaking locked loose lost melted missing no noisy not old
out overheated overheating scratched shattered short shorted slow smashed smoking stolen stopped stuck
swollen too torn weak wet wobbly worn wrong
"""
FAULTS = frozenset(_FAULTS_TEXT.split())
"""What is wrong with a thing that somebody wants mended or replaced."""

DOUBLE = frozenset(stem(word) for word in _DOUBLE_TEXT.split())
"""Trade words that usually mean something else outside the trade."""

TALK = frozenset(stem(word) for word in _TALK_TEXT.split())
"""What buyers say around the thing: colours and other qualities, amounts, times, politeness."""


def is_talk(word: str) -> bool:
    """Whether a word is one of :data:`TALK` or a regular form of one: searching."""
    return word in TALK or any(base in TALK for base in bases(word))
