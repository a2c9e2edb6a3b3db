(function () {
  "use strict";
  const root = document.documentElement;
  const key = "hqguide:" + root.dataset.plan;
  const all = (selector, from) => Array.from((from || document).querySelectorAll(selector));
  const one = (id) => document.getElementById(id);
  const ticks = all(".items .tick");
  const misses = all(".items .miss");
  const stops = all(".stop");
  const notes = stops.map(noteField);
  const name = (tick) => tick.nextElementSibling.id;
  const names = (boxes) => ticks.filter((_, at) => boxes[at].checked).map(name);
  const settled = (tick) => tick.checked || misses[ticks.indexOf(tick)].checked;
  const card = one("card");
  const report = one("report");
  let language = "en";
  let shown = null;
  let ending = ".txt";

  // A note is only worth writing where it can be kept, so the page has no field without the script.
  function noteField(stop) {
    const label = document.createElement("label");
    const word = document.createElement("span");
    const field = document.createElement("textarea");
    label.className = "note";
    word.dataset.w = "note";
    word.textContent = "Note";
    field.rows = 1;
    label.append(word, field);
    stop.querySelector(".card").append(label);
    return field;
  }
  // Storage may be missing, full or forbidden (a page opened from a file, a private window).
  function recall(slot) {
    try { return localStorage.getItem(slot); } catch (error) { return null; }
  }
  function keep(slot, value) {
    try { localStorage.setItem(slot, value); return true; } catch (error) { return false; }
  }
  function save() {
    const state = { ticks: names(ticks), missing: names(misses), notes: notes.map((note) => note.value) };
    one("unkept").hidden = keep(key, JSON.stringify(state));
  }
  function load() {
    let state;
    try { state = JSON.parse(recall(key)); } catch (error) { state = null; }
    if (state && Array.isArray(state.ticks) && Array.isArray(state.notes)) {
      const missing = Array.isArray(state.missing) ? state.missing : [];
      ticks.forEach((tick, at) => {
        tick.checked = state.ticks.includes(name(tick));
        misses[at].checked = !tick.checked && missing.includes(name(tick));
      });
      notes.forEach((note, at) => { note.value = String(state.notes[at] || ""); });
    }
    show();
  }

  function show() {
    const done = ticks.filter((tick) => tick.checked).length;
    const lacking = misses.filter((miss) => miss.checked).length;
    const words = WORDS[language];
    one("progress").textContent = ticks.length && done === ticks.length
      ? words.finished + " (" + done + ")"
      : words.progress.replace("{n}", done).replace("{all}", ticks.length)
        + (lacking ? words.lacking.replace("{n}", lacking) : "");
    one("meter").style.width = (ticks.length ? (100 * (done + lacking)) / ticks.length : 0) + "%";
    let current = null;
    for (const stop of stops) {
      const open = all(".tick", stop).some((tick) => !settled(tick));
      stop.classList.toggle("done", !open);
      if (open && !current) current = stop;
    }
    for (const stop of stops) stop.classList.toggle("now", stop === current);
    one("next").disabled = !current;
    notes.forEach(grow);
  }
  function grow(note) {
    note.style.height = "auto";
    note.style.height = Math.max(48, note.scrollHeight + 2) + "px";
  }
  function speak(choice) {
    language = choice === "zh" ? "zh" : "en";
    root.lang = language;
    for (const word of all("[data-w]")) {
      word.textContent = WORDS[language][word.dataset.w];
      word.lang = (word.dataset.w === "other") === (language === "zh") ? "en" : "zh";
    }
    document.title = WORDS[language].title + document.title.replace(/^\D*/, " ");
    show();
  }

  function open(dialog) {
    if (dialog.showModal) dialog.showModal(); else dialog.setAttribute("open", "");
  }
  function close(dialog) {
    if (dialog.close) dialog.close(); else dialog.removeAttribute("open");
  }
  function text(item, part) {
    const found = item.querySelector(part);
    return found ? found.textContent : "";
  }
  function hold(item) {
    shown = ticks.find((tick) => name(tick) === item.id);
    const chinese = text(item, "b");
    spread(one("big"), chinese || text(item, "span"));
    one("big").lang = chinese ? "zh" : "";
    one("said").textContent = text(item, "i");
    one("meant").textContent = chinese ? text(item, "span") : "";
    one("count").textContent = text(item, "small");
    press();
    open(card);
    fit();
  }
  // Latin words such as USB-C are kept whole; Chinese may break anywhere.
  function spread(place, words) {
    place.replaceChildren(...words.split(/([!-~]+)/).filter(Boolean).map((part) => {
      const run = document.createElement("span");
      run.textContent = part;
      if (/^[!-~]/.test(part)) run.className = "whole";
      return run;
    }));
  }
  function press() {
    const miss = misses[ticks.indexOf(shown)];
    one("buy").setAttribute("aria-pressed", String(shown.checked));
    one("lack").setAttribute("aria-pressed", String(miss.checked));
  }
  // An item is bought, or not found, or neither: setting one takes the other back.
  function set(box, other, checked) {
    box.checked = checked;
    if (checked) other.checked = false;
    save();
    show();
  }
  function turn(boxes, others) {
    const at = ticks.indexOf(shown);
    if (at < 0) return;
    set(boxes[at], others[at], !boxes[at].checked);
    press();
    if (boxes[at].checked) close(card);
  }
  // The largest size at which no word is cut: lines may break, words may not.
  function fit() {
    const big = one("big");
    const box = big.parentElement;
    const fits = (size) => {
      big.style.fontSize = size + "px";
      return big.scrollWidth <= box.clientWidth && big.offsetHeight <= box.clientHeight;
    };
    let low = 28;
    let high = Math.max(box.clientWidth, box.clientHeight, 29);
    big.classList.remove("cut");
    big.classList.toggle("cut", !fits(low));
    box.tabIndex = big.classList.contains("cut") ? 0 : -1;
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if (fits(middle)) low = middle; else high = middle;
    }
    big.style.fontSize = low + "px";
  }

  function result() {
    const line = (tick) => {
      const item = one(name(tick));
      const parts = [text(item, "small"), text(item, "span"), text(item, "b")].filter(Boolean);
      const mark = tick.checked ? "[x] " : settled(tick) ? "[-] " : "[ ] ";
      return mark + parts.join(" ");
    };
    const lines = [document.title, one("progress").textContent];
    for (const stop of stops) {
      const where = Array.from(stop.querySelector(".where").children, (part) => part.textContent);
      lines.push("", text(stop, ".num") + ". " + text(stop, "h2"), where.join(" · "));
      lines.push(...all(".tick", stop).map(line));
      const note = stop.querySelector("textarea").value;
      if (note) lines.push("> " + note.replace(/\n/g, "\n> "));
    }
    const rest = ticks.filter((tick) => !tick.closest(".stop"));
    if (rest.length) lines.push("", ...rest.map(line));
    return lines.join("\n");
  }
  // What hqguide on the laptop reads back.
  function ticked() {
    const found = new Map();
    for (const tick of ticks) {
      const id = Number(tick.dataset.id);
      const state = tick.checked ? "bought" : settled(tick) ? "not found" : "";
      const before = found.get(id || name(tick));
      // A line may be asked for at several stops: bought at one is bought, not found means at none.
      if (!before || state === "bought" || (!state && before.state !== "bought")) {
        found.set(id || name(tick), { id: id, text: text(one(name(tick)), "span"), state: state });
      }
    }
    const items = Array.from(found.values()).filter((item) => item.state);
    return JSON.stringify({ hqguide: "ticks", version: 1, route: root.dataset.plan, items: items });
  }
  function tell(kind, content, suffix) {
    const title = one("report-title").firstElementChild;
    title.dataset.w = kind;
    title.textContent = WORDS[language][kind];
    one("copy").firstElementChild.textContent = WORDS[language].copy;
    one("report-note").hidden = kind !== "ticked";
    one("text").value = content;
    ending = suffix;
    open(report);
    one("text").scrollTop = 0;
  }
  function file() {
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([one("text").value], { type: "text/plain" }));
    link.download = "hqguide-" + root.dataset.plan + ending;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 10000);
  }
  function copy() {
    const area = one("text");
    area.focus();
    area.select();
    let copied = false;
    try { copied = document.execCommand("copy"); } catch (error) { copied = false; }
    if (copied) one("copy").firstElementChild.textContent = WORDS[language].copied;
  }

  ticks.forEach((tick, at) => {
    const miss = misses[at];
    tick.addEventListener("change", () => set(tick, miss, tick.checked));
    miss.addEventListener("change", () => set(miss, tick, miss.checked));
  });
  for (const note of notes) note.addEventListener("input", () => { save(); grow(note); });
  for (const item of all(".items button")) {
    item.setAttribute("aria-haspopup", "dialog");
    item.addEventListener("click", () => hold(item));
  }
  for (const button of all(".close")) button.addEventListener("click", () => close(button.closest("dialog")));
  one("buy").addEventListener("click", () => turn(ticks, misses));
  one("lack").addEventListener("click", () => turn(misses, ticks));
  one("next").addEventListener("click", () => {
    const stop = document.querySelector(".stop.now");
    if (stop) stop.scrollIntoView({ block: "start" });
  });
  one("language").addEventListener("click", () => {
    speak(language === "zh" ? "en" : "zh");
    keep("hqguide:language", language);
  });
  one("result").addEventListener("click", () => tell("result", result(), ".txt"));
  one("ticked").addEventListener("click", () => tell("ticked", ticked(), ".json"));
  one("file").addEventListener("click", file);
  one("copy").addEventListener("click", copy);
  addEventListener("resize", () => { if (card.open) fit(); });
  addEventListener("storage", (event) => { if (event.key === key) load(); });

  root.classList.add("live");
  load();
  speak(recall("hqguide:language") || (root.lang === "zh" ? "zh" : (navigator.language || "").slice(0, 2)));
  one("unkept").hidden = keep("hqguide:probe", "1");
})();
