"""The look of the SVG map. Attributes carry a plain fallback for readers without CSS variables."""

ACCENT = "#b3261e"
METRO = "#0b6b3a"
FONT = 'system-ui,-apple-system,"Noto Sans","Noto Sans SC","PingFang SC","Microsoft YaHei",sans-serif'

CSS = f"""
.hq-map{{--hq-accent:{ACCENT};--hq-metro:{METRO}}}
@media (prefers-color-scheme:dark){{.hq-map{{--hq-accent:#ffb4ab;--hq-metro:#7bdca4}}}}
.hq-map{{color-scheme:light dark;color:var(--map-ink,CanvasText);background:var(--map-paper,Canvas);\
font:9.5px {FONT};max-width:100%;height:auto}}
.hq-map text{{fill:currentColor;paint-order:stroke;stroke:var(--map-paper,Canvas);stroke-width:2.6px;\
stroke-linejoin:round}}
.hq-map .roads{{fill:none;stroke:currentColor;stroke-linecap:round;stroke-linejoin:round}}
.hq-map .r0{{stroke-width:8px}}.hq-map .r1{{stroke-width:6px}}.hq-map .r2{{stroke-width:4px}}
.hq-map .r3{{stroke-width:2.4px}}.hq-map .r4{{stroke-width:1.4px}}
.hq-map .unsure-name{{stroke-dasharray:5 5}}
.hq-map .street{{font-size:9px;opacity:.75}}
.hq-map .hall{{font-size:9px}}
.hq-map .closed{{opacity:.6;text-decoration:line-through}}
.hq-map .small{{font-size:8px;opacity:.85}}
.hq-map .strong{{font-size:10.5px;font-weight:700}}
.hq-map .metro{{fill:{METRO};fill:var(--map-metro,var(--hq-metro))}}
.hq-map .accent{{fill:{ACCENT};fill:var(--map-accent,var(--hq-accent))}}
.hq-map .accent-line{{stroke:{ACCENT};stroke:var(--map-accent,var(--hq-accent))}}
.hq-map .on-accent,.hq-map .on-ink{{fill:#fff;fill:var(--map-paper,Canvas);stroke:none;font-weight:700}}
""".strip()
