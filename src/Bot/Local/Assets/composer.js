// The field people write in: Enter sends, the arrow up brings back what was sent, @ suggests people, and the first word commands.
"use strict";

(() => {
  const form = document.querySelector("[data-composer]");
  if (!form) return;
  const field = form.elements.text;
  const list = document.getElementById("suggestions");
  const count = document.getElementById("suggested");
  const people = JSON.parse(form.dataset.people);
  const isDirect = document.body.dataset.in.startsWith("direct:");
  const place = `sent:${document.body.dataset.as}:${document.body.dataset.in}`;
  const sent = JSON.parse(sessionStorage.getItem(place) ?? "[]");
  let back = sent.length;
  let commands = null;
  let offered = [];
  let dismissed = false;

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
    count.textContent = "";
    ["role", "aria-expanded", "aria-activedescendant"].forEach(name => field.removeAttribute(name));
  }

  const chosen = () => [...list.children].findIndex(option => option.getAttribute("aria-selected") === "true");

  function choose(index) {
    [...list.children].forEach((option, at) => option.setAttribute("aria-selected", String(at === index)));
    const option = list.children[index];
    if (!option) return field.removeAttribute("aria-activedescendant");
    field.setAttribute("aria-activedescendant", option.id);
    option.scrollIntoView({ block: "nearest" });
  }

  /** The names that begin with what stands after an @ before the caret. */
  function peopleFor(before) {
    const start = /(?:^|\s)@([\p{L}\p{M}.'’ -]{0,40})$/u.exec(before)?.[1];
    if (start === undefined) return null;
    const fits = people.filter(name => name.toLowerCase().startsWith(start.toLowerCase()) && name !== start).slice(0, 8);
    const from = before.length - start.length;
    return { label: list.dataset.people, first: 0, options: fits.map(name => ({ from, text: `${name} `, words: [name] })) };
  }

  /** What stands before a command and how much of the command: a channel hears what is addressed to the bot, direct messages everything. */
  function commandBegun(before) {
    const addressed = /^(\s*(?:\/nudge|@AccountNudge)\s+)(.*)$/i.exec(before);
    if (addressed) return { opening: addressed[1], start: addressed[2], isAsked: true };
    const slash = /^\s*\/(.*)$/.exec(before);
    if (slash) return { opening: isDirect ? "" : "/nudge ", start: slash[1], isAsked: true };
    return isDirect && before.trim() ? { opening: "", start: before.trimStart(), isAsked: false } : null;
  }

  /** The commands that begin with what was typed; one is chosen at once only where commands were asked for. */
  async function commandsFor(before) {
    const begun = before === field.value && !before.includes("\n") ? commandBegun(before) : null;
    if (!begun) return null;
    commands ??= fetch(`/local/commands?as=${encodeURIComponent(document.body.dataset.as)}`).then(answer => answer.json());
    const start = begun.start.toLowerCase();
    const known = await commands;
    const isWhole = known.some(command => command.spellings.includes(start));
    const fits = known.filter(command => command.spellings.some(words => words.startsWith(start) && words !== start));
    return {
      label: list.dataset.commands,
      first: begun.isAsked && !isWhole ? 0 : -1,
      options: fits.map(command => ({ from: 0, text: `${begun.opening}${command.phrase} `, words: [command.phrase, command.does] })),
    };
  }

  function draw({ label, first, options }) {
    offered = options;
    list.setAttribute("aria-label", label);
    list.replaceChildren(...options.map(({ words }, index) => {
      const option = document.createElement("li");
      option.id = `suggestion-${index}`;
      option.setAttribute("role", "option");
      option.append(...words.flatMap((text, part) => {
        const span = document.createElement("span");
        span.className = part === 0 ? "phrase" : "does";
        span.textContent = text;
        return part === 0 ? [span] : [" ", span];
      }));
      return option;
    }));
    list.hidden = false;
    list.scrollTop = 0;
    field.setAttribute("role", "combobox");
    field.setAttribute("aria-expanded", "true");
    count.textContent = `${options.length} ${count.dataset.text}`;
    choose(first);
  }

  async function suggest() {
    const text = field.value;
    if (!text) dismissed = false;
    const before = text.slice(0, field.selectionStart);
    const found = dismissed ? null : peopleFor(before) ?? await commandsFor(before).catch(() => { commands = null; return null; });
    // Whoever typed on meanwhile gets the answer to that.
    if (field.value !== text) return;
    if (found?.options.length && document.activeElement === field) draw(found);
    else closeList();
  }

  function take(index) {
    const caret = field.selectionStart;
    const { from, text } = offered[index];
    const before = field.value.slice(0, from) + text;
    field.value = before + field.value.slice(caret);
    field.setSelectionRange(before.length, before.length);
    closeList();
    field.focus();
  }

  function inList(event) {
    const [at, last] = [chosen(), list.children.length - 1];
    if (event.key === "ArrowDown") choose(at >= last ? 0 : at + 1);
    else if (event.key === "ArrowUp") choose(at <= 0 ? last : at - 1);
    else if (event.key === "Enter" && at >= 0) take(at);
    else if (event.key === "Tab" && !event.shiftKey) take(Math.max(at, 0));
    else if (event.key === "Escape") { dismissed = true; closeList(); }
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
    if (option) { event.preventDefault(); take([...list.children].indexOf(option)); }
  });

  form.addEventListener("submit", async event => {
    event.preventDefault();
    const text = field.value.trim();
    if (!text || document.body.hasAttribute("data-pending")) return;
    put("");
    dismissed = false;
    closeList();
    if (await nudge.say(text)) remember(text);
    else if (!field.value) put(text);
    if (!document.querySelector("dialog[open]")) field.focus();
  });
})();
