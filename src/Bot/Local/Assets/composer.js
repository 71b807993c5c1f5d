// The field people write in: Enter sends, the arrow up brings back what was sent, @ suggests people.
"use strict";

(() => {
  const form = document.querySelector("[data-composer]");
  if (!form) return;
  const field = form.elements.text;
  const list = document.getElementById("suggestions");
  const people = JSON.parse(form.dataset.people);
  const place = `sent:${document.body.dataset.as}:${document.body.dataset.in}`;
  const sent = JSON.parse(sessionStorage.getItem(place) ?? "[]");
  let back = sent.length;

  function grow() {
    field.rows = Math.min(Math.max(field.value.split("\n").length, 1), 8);
  }

  function put(text) {
    field.value = text;
    field.setSelectionRange(text.length, text.length);
    grow();
  }

  function closeList() {
    list.hidden = true;
    list.replaceChildren();
    field.removeAttribute("aria-activedescendant");
  }

  function choose(option) {
    for (const other of list.children) other.setAttribute("aria-selected", String(other === option));
    field.setAttribute("aria-activedescendant", option.id);
    option.scrollIntoView({ block: "nearest" });
  }

  /** The name being typed before the caret, after an @ that begins a word. */
  function begun() {
    const before = field.value.slice(0, field.selectionStart);
    return /(?:^|\s)@([\p{L}\p{M}.'’ -]{0,40})$/u.exec(before)?.[1] ?? null;
  }

  function suggest() {
    const start = begun();
    const fits = start === null ? [] : people.filter(name => name.toLowerCase().startsWith(start.toLowerCase()) && name !== start).slice(0, 8);
    if (!fits.length) return closeList();
    list.replaceChildren(...fits.map((name, index) => {
      const option = document.createElement("li");
      option.id = `suggestion-${index}`;
      option.setAttribute("role", "option");
      option.textContent = name;
      return option;
    }));
    list.hidden = false;
    choose(list.firstChild);
  }

  function take(option) {
    const start = begun() ?? "";
    const caret = field.selectionStart;
    const before = field.value.slice(0, caret - start.length) + option.textContent + " ";
    field.value = before + field.value.slice(caret);
    field.setSelectionRange(before.length, before.length);
    closeList();
    field.focus();
  }

  function inList(event) {
    const options = [...list.children];
    const at = options.findIndex(option => option.getAttribute("aria-selected") === "true");
    if (event.key === "ArrowDown") choose(options[(at + 1) % options.length]);
    else if (event.key === "ArrowUp") choose(options[(at + options.length - 1) % options.length]);
    else if (event.key === "Enter" || event.key === "Tab") take(options[at]);
    else if (event.key === "Escape") closeList();
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  function remember(text) {
    if (sent.at(-1) !== text) sent.push(text);
    if (sent.length > 50) sent.shift();
    sessionStorage.setItem(place, JSON.stringify(sent));
    back = sent.length;
  }

  function recall(event) {
    const step = event.key === "ArrowUp" ? -1 : 1;
    const untouched = field.value === "" || field.value === sent[back];
    if (!untouched || !(back + step in sent || back + step === sent.length)) return;
    event.preventDefault();
    back += step;
    put(sent[back] ?? "");
  }

  field.addEventListener("keydown", event => {
    if (event.isComposing) return;
    if (!list.hidden) { inList(event); if (event.defaultPrevented) return; }
    if (event.key === "Enter" && !event.shiftKey) {
      event.preventDefault();
      form.requestSubmit();
    } else if (event.key === "ArrowUp" || event.key === "ArrowDown") {
      recall(event);
    }
  });
  field.addEventListener("input", () => { grow(); suggest(); });
  field.addEventListener("blur", () => setTimeout(closeList, 150));
  list.addEventListener("mousedown", event => {
    const option = event.target.closest("li");
    if (option) { event.preventDefault(); take(option); }
  });

  form.addEventListener("submit", async event => {
    event.preventDefault();
    const text = field.value.trim();
    if (!text || document.body.hasAttribute("data-pending")) return;
    put("");
    closeList();
    if (await nudge.say(text)) remember(text);
    else if (!field.value) put(text);
    if (!document.querySelector("dialog[open]")) field.focus();
  });
})();
