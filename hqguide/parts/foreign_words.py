"""Words for parts in languages the glossary does not speak, as bills from there use them, into English.

Words of fewer than five letters may be pinyin or English and are read only in a bill.
"""

import re
from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from hqguide.parts.everyday import is_common

_UNIT_TEXT = """
мкФ=uF нФ=nF пФ=pF мкГн=uH мГн=mH нГн=nH МОм=Mohm кОм=kohm Ом=ohm кГц=kHz МГц=MHz Гц=Hz мВт=mW Вт=W
кВ=kV мВ=mV В=V мА·ч=mAh мАч=mAh мА=mA А=A мм=mm 千欧=kohm 兆欧=Mohm 欧姆=ohm 欧=ohm 微法=uF 皮法=pF
毫亨=mH 微亨=uH
"""
_SURE_LENGTH = 5
# With one of these letters a shorter word is sure too.
_ACCENTED = re.compile("[äöüßçãõâêôéèłąęśżźćńñ]")
_UNITS = MappingProxyType(dict(entry.split("=") for entry in _UNIT_TEXT.split()))
_TEXT = """
widerstand widerstände chipwiderstand strommesswiderstand resistencia resistencias résistance
résistances resistore resistori weerstand
rezystor odpor motstånd ellenállás direnç 抵抗 抵抗器 チップ抵抗 резистор резисторы 저항 = resistor
kondensator kondensatoren condensador condensadores condensateur condensateurs condensatore
kondenzátor コンデンサ コンデンサー конденсатор конденсаторы 커패시터 콘덴서 = capacitor
elko elkos elektrolytkondensator = electrolytic capacitor
keramikkondensator keramikvielschichtkondensator kerko = ceramic capacitor
cerámico céramique ceramico keramisch керамический = ceramic
electrolítico electrolitico électrolytique elettrolitico электролитический = electrolytic
tantalio tantale tantalo tantal танталовый = tantalum
spule spulen drossel bobina inductancia bobine induktivität 인덕터 インダクタ コイル
дроссель катушка induttore induttanza = inductor
gleichrichter brückengleichrichter rectificador redresseur raddrizzatore выпрямитель = bridge rectifier
diode dioden diodo diodos diodi kleinsignaldiode ダイオード диод диоды 다이오드 = diode
leuchtdiode 発光ダイオード светодиод = led
transistoren トランジスタ транзистор транзисторы 트랜지스터 = transistor
schalter interruptor interrupteur interruttore スイッチ переключатель выключатель 스위치 = switch
taster drucktaster kurzhubtaster mini-taster reset-taster pulsador pulsadores bouton pulsante
タクトスイッチ кнопка = push button
stecker steckverbinder steckerleiste conector connecteur connettore コネクタ разъем разъём 커넥터 = connector
buchse = socket
buchsenleiste = female header
ic-sockel sockel zócalo zoccolo панелька = ic socket
stiftleiste stiftleisten = pin header
klemme klemmleiste schraubklemme anschlussklemme printklemme anreihklemme
bornera bornier klemmen клеммник = terminal block
quarz schwingquarz cristal quartz cristallo 水晶振動子 水晶 кварц резонатор = crystal
sicherung sicherungseinsatz sicherungshalter fusible fusibile ヒューズ предохранитель = fuse
relais relaismodul relé relè リレー реле = relay
kabel leitung litze câble fil cavo ケーブル кабель провод = cable
schraube schrauben tornillo tornillos vis vite ネジ винт = screw
mutter muttern tuerca tuercas écrou dado ナット гайка = nut
distanzhülse abstandsbolzen separador entretoise スペーサー стойка = standoff
batterie akku batería bateria pila バッテリー батарея аккумулятор = battery
batteriehalter batteriekasten portapilas держатель = battery holder
зарядное ladegerät cargador chargeur caricabatterie = battery charger
potentiometer potenciómetro potentiomètre potenziometro 可変抵抗 потенциометр poti = potentiometer
lautsprecher altavoz haut-parleur altoparlante スピーカー динамик = speaker
summer zumbador ブザー зуммер = buzzer
spannungsregler regulador régulateur регулятор стабилизатор レギュレータ = voltage regulator
temperatursensor = temperature sensor
lüfter ventilador ventilateur ventola вентилятор = fan
gehäuse carcasa boîtier корпус ケース = enclosure
transformador transformateur trasformatore трансформатор トランス trafo = transformer
optokoppler optoacoplador фотопара оптрон = optocoupler
mikrocontroller microcontrolador microcontrôleur микроконтроллер マイコン = microcontroller
antenne antena антенна アンテナ = antenna
kühlkörper disipador dissipateur dissipatore dissipatori радиатор ヒートシンク = heatsink
микрофон mikrofon micrófono microphone microfono = microphone
усилитель verstärker amplificador amplificateur amplificatore = amplifier
датчик sensore capteur = sensor
acelerómetro acelerometro akzelerometer акселерометр = accelerometer
drehgeber codificador codeur энкодер = rotary encoder
провода провод fili = wire
макетная protoboard placa-perforada lochraster = perfboard
bildschirm anzeige pantalla écran дисплей = display
netzteil fuente alimentation блок = power supply
schraubklemmen klemmblock morsettiera morsetti bornes borneira = terminal block
encodeur drehencoder drehimpulsgeber = rotary encoder
poussoir poussoirs drucktasten tasti = push button
boutons botones botões pulsanti = push button
interruptores interrupteurs interruttori schiebeschalter kippschalter wippschalter = switch
conectores connecteurs connettori steckverbindung = connector
condensatori = capacitor
widerstandsnetzwerk = resistor network
resistori resistenze resistenza = resistor
diody = diode
transistores transistori tranzystor = transistor
potentiomètres potenciómetros potenziometri drehpotentiometer drehpoti trimmpoti = potentiometer
spindeltrimmer = trimmer potentiometer
câbles cavi kabels verbindungskabel anschlusskabel = cable
schräubchen viti = screw
écrous dadi = nut
rondelle rondelles arandela arandelas unterlegscheibe unterlegscheiben = washer
entretoises distanziali distanziale distanzhülsen abstandshalter espaçador = standoff
hélice hélices eliche elica luftschraube luftschrauben = propeller
récepteur ricevitore empfänger fernbedienungsempfänger = receiver
émetteur trasmettitore transmissor = transmitter
moteur motore motori motores = motor
cellule zelle zellen rundzelle = cell
lademodul laderegler = charging module
relaiskarte relaisplatine relaismodule = relay module
bandeau led-streifen led-band striscia = led strip
capteurs sensores sensori sensoren = sensor
drucksensor = pressure sensor
feuchtesensor feuchtigkeitssensor = humidity sensor
lichtsensor = light sensor
stromsensor = current sensor
lautsprecherbox = speaker
bewegungsmelder = pir sensor
netzbuchse kaltgerätebuchse = mains socket
klinkenbuchse = audio jack
hohlsteckerbuchse hohlbuchse dc-buchse = dc jack
chipkondensator vielschichtkondensator = ceramic capacitor
folienkondensator folienkondensatoren = film capacitor
festspannungsregler = voltage regulator
zenerdiode zenerdioden z-diode = zener diode
schottkydiode schottky-diode = schottky diode
gewindeeinsatz gewindeeinsätze einschmelzmuttern = threaded insert
zylinderkopfschraube senkkopfschraube senkschraube linsenkopfschraube = screw
kugellager roulement cuscinetto rodamiento rodamientos cuscinetti = bearing
zahnriemen = timing belt
lochrasterplatine streifenrasterplatine lochrasterplatte = perfboard
steckbrett = breadboard
schrumpfschlauch = heat shrink
kabelbinder = cable tie
flachbandkabel = ribbon cable
verteiler = splitter
kohleschichtwiderstand kohleschichtwiderstände = carbon film resistor
wannenstecker wannenstiftleiste pfostenstecker = box header
polig polige poliger = pin
hohlstecker = dc plug
frontplatte frontplatten frontblende façade = front panel
platine platinen leiterplatte leiterplatten printplaat płytka = pcb
drehknopf drehknöpfe potiknopf manopola manopole perilla perillas pokrętło pokrętła = knob
steckernetzteil steckernetzgerät = power adapter
ringkern ringkerne = toroid core
ringkerntrafo ringkerntransformator = toroidal transformer
schaltdraht schaltlitze = hookup wire
schmelzsicherung feinsicherung glassicherung bezpiecznik bezpieczniki zekering fusível fusíveis = fuse
portafusibile portafusible portafusibles porte-fusible porta-fusível sicherungshalterung = fuse holder
freilaufdiode dioda = diode
gleichrichterdiode prostownicza prostowniczy mostek-prostowniczy retificador retificadora = rectifier
beschleunigungssensor = accelerometer
płytki circuito = circuit
imprimé impreso impresso stampato drukowana drukowane = board
températures température temperatura temperatury temperatur = temperature
czujnik czujniki = sensor
regleta regletas = terminal strip
borne śrubowe = terminal block
caixa contenitore obudowa obudowy behuizing boitier = enclosure
alimentatore zasilacz zasilacze voeding alimentación alimentação = power supply
botão przycisk przyciski drukknop bouton-poussoir = push button
dissipador dissipadores dissipatori = heatsink
parafuso parafusos śruba śruby wkręt wkręty = screw
nakrętka nakrętki porca porcas = nut
podkładka podkładki arruela arruelas = washer
elektrolityczny elektrolityczne eletrolíticos = electrolytic
ceramiczny ceramiczne cerâmicos = ceramic
foliowy foliowe = film
przełącznik przełączniki schakelaar = switch
złącze złącza złączka = connector
przekaźnik przekaźniki = relay
gniazdo gniazda soquete soquetes = socket
listwa-kołkowa barrette barrettes = pin header
cewka cewki dławik dławiki spoel indutor indutores = inductor
głośnik głośniki luidspreker alto-falante alto-falantes = speaker
wyświetlacz wyświetlacze = display
stabilizator stabilizatory = voltage regulator
silnik silniki = motor
krokowy krokowe = stepper
kwarc quarzo quarzoszillator = crystal
potencjometr potenciômetro potenciômetros = potentiometer
rezystory weerstanden = resistor
kondensatory = capacitor
tranzystory = transistor
nappe-plate = ribbon cable
"""


def _read() -> Mapping[str, str]:
    """Foreign word -> English words; entries run over lines until their ``=``."""
    out: dict[str, str] = {}
    waiting: list[str] = []
    for row in _TEXT.strip().splitlines():
        words, equals, english = row.partition(" = ")
        waiting += words.split()
        if equals:
            out.update((word, english) for word in waiting if word != english)
            waiting = []
    return MappingProxyType(out)


_ENGLISH = _read()
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")


def in_english(text: str) -> str:
    """``text`` with the foreign words for parts in English; all else as it is."""
    return _WORD.sub(lambda found: _ENGLISH.get(found[0].lower(), found[0]), text)


def query_in_english(text: str) -> str:
    """``text`` as :func:`in_english` has it, but for short words, which may be pinyin or English."""
    return _WORD.sub(lambda found: _long_in_english(found[0]), text)


def _long_in_english(word: str) -> str:
    """The English for a foreign word that is long enough to be no other; else the word."""
    lower = word.lower()
    long = len(lower) >= _SURE_LENGTH or _ACCENTED.search(lower)
    sure = long and lower in _ENGLISH and not is_common(lower)
    return _ENGLISH[lower] if sure else word


def latin_units(text: str) -> str:
    """``text`` with units behind a number in Latin letters: ``100 кОм`` is ``100kohm``."""
    return _unit().sub(lambda found: _UNITS[found[1]], text)


@cache
def _unit() -> re.Pattern[str]:
    return re.compile(rf"(?<=\d)\s?({'|'.join(sorted(_UNITS, key=len, reverse=True))})(?![а-яёА-ЯЁ])")
