"""Words for parts in languages the glossary does not speak, as bills from there use them, into English."""

import re
from collections.abc import Mapping
from types import MappingProxyType

_TEXT = """
widerstand widerstände resistencia resistencias résistance résistances resistore resistori weerstand
rezystor odpor motstånd ellenállás direnç 抵抗 抵抗器 チップ抵抗 резистор резисторы 저항 = resistor
kondensator kondensatoren condensador condensadores condensateur condensateurs condensatore
kondenzátor コンデンサ コンデンサー конденсатор конденсаторы 커패시터 콘덴서 = capacitor
elko elkos elektrolytkondensator = electrolytic capacitor
spule spulen drossel bobina inductancia bobine induktivität 인덕터 インダクタ コイル
дроссель катушка = inductor
diode dioden diodo diodos diodi ダイオード диод диоды 다이오드 = diode
leuchtdiode 発光ダイオード светодиод = led
transistoren トランジスタ транзистор транзисторы 트랜지스터 = transistor
schalter interruptor interrupteur interruttore スイッチ переключатель выключатель 스위치 = switch
taster drucktaster pulsador bouton pulsante タクトスイッチ кнопка = push button
stecker steckverbinder steckerleiste conector connecteur connettore コネクタ разъем разъём 커넥터 = connector
buchse buchsenleiste = socket
stiftleiste stiftleisten = pin header
klemme klemmleiste schraubklemme bornera bornier klemmen клеммник = terminal block
quarz schwingquarz cristal quartz cristallo 水晶振動子 水晶 кварц резонатор = crystal
sicherung fusible fusibile ヒューズ предохранитель = fuse
relais relaismodul relé relè リレー реле = relay
kabel leitung litze câble fil cavo ケーブル кабель провод = cable
schraube schrauben tornillo tornillos vis vite ネジ винт = screw
mutter muttern tuerca tuercas écrou dado ナット гайка = nut
distanzhülse abstandsbolzen separador entretoise スペーサー стойка = standoff
batterie akku batería pila バッテリー батарея аккумулятор = battery
batteriehalter portapilas = battery holder
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
kühlkörper disipador dissipateur радиатор ヒートシンク = heatsink
bildschirm anzeige pantalla écran дисплей = display
netzteil fuente alimentation блок = power supply
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
