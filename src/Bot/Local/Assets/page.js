// The page is drawn on the server. This script carries acts there, and when something changed it fetches
// the page again and takes over what differs, so that focus, open folds and half-typed text stay.
"use strict";

const nudge = (() => {
  const body = document.body;
  const log = document.getElementById("log");
  const seat = () => ({ as: body.dataset.as ?? null, in: body.dataset.in ?? null, act: crypto.randomUUID() });
  const shown = new Map();
  let pending = false;
  let looking = false;
  let lookAgain = false;
  let asking = false;

  const rememberRegions = root => root.querySelectorAll("[data-region]").forEach(region => shown.set(region.id, region.outerHTML));
  // On a low screen the whole page scrolls, elsewhere the log alone.
  const scroller = () => getComputedStyle(log).overflowY === "visible" ? document.scrollingElement : log;
  const nearEnd = () => !log || scroller().scrollHeight - scroller().scrollTop - scroller().clientHeight < 120;
  const toEnd = () => { if (log) scroller().scrollTop = scroller().scrollHeight; };

  const inForm = () => asking || document.querySelector("dialog[open]") !== null;

  function hint(text, isError = false) {
    const line = document.getElementById("hint");
    if (!line) return;
    if (line.textContent !== (text ?? "")) line.textContent = text ?? "";
    line.classList.toggle("failed", isError);
  }

  function takeRegions(fresh) {
    fresh.querySelectorAll("[data-region]").forEach(region => {
      const html = region.outerHTML;
      const old = document.getElementById(region.id);
      if (!old || shown.get(region.id) === html) return;
      shown.set(region.id, html);
      const focused = old.contains(document.activeElement) ? document.activeElement.id : "";
      old.replaceWith(document.importNode(region, true));
      if (focused) document.getElementById(focused)?.focus();
    });
  }

  function takeRows(fresh) {
    const rows = fresh.getElementById("log")?.children;
    if (!log || !rows) return;
    const atEnd = nearEnd();
    const known = new Map([...log.children].map(row => [row.dataset.row, row]));
    let after = null;
    for (const row of rows) {
      const kept = known.get(row.dataset.row);
      const node = kept ?? document.importNode(row, true);
      known.delete(row.dataset.row);
      const place = after ? after.nextSibling : log.firstChild;
      if (node !== place) log.insertBefore(node, place);
      after = node;
    }
    known.forEach(row => row.remove());
    if (atEnd) toEnd();
  }

  async function look() {
    if (looking) { lookAgain = true; return; }
    looking = true;
    try {
      do {
        lookAgain = false;
        const answer = await fetch(location.href, { headers: { accept: "text/html" } });
        if (!answer.ok) continue;
        const fresh = new DOMParser().parseFromString(await answer.text(), "text/html");
        if (Boolean(fresh.getElementById("log")) !== Boolean(log)) {
          if (!inForm()) location.href = "/";
          return;
        }
        takeRegions(fresh);
        takeRows(fresh);
      } while (lookAgain);
    } catch {
      hint(body.dataset.gone, true);
    } finally {
      looking = false;
    }
  }

  function setPending(on) {
    pending = on;
    body.toggleAttribute("data-pending", on);
    document.querySelectorAll("button[data-action], .form-buttons button[type=submit], .send")
      .forEach(button => { button.disabled = on; });
    if (on) hint(document.getElementById("hint")?.dataset.working);
  }

  async function post(address, what) {
    const response = await fetch(address, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ ...seat(), ...what }),
    });
    if (!response.ok) throw new Error(response.statusText);
    return response;
  }

  async function postFile(file) {
    const { as, in: place, act } = seat();
    const query = new URLSearchParams({ as: as ?? "", in: place ?? "", act, name: file.name });
    const response = await fetch(`/local/file?${query}`, { method: "POST", headers: { "content-type": "application/octet-stream" }, body: file });
    if (!response.ok) throw new Error(response.statusText);
    return response;
  }

  /** Has the browser save a file that came with an answer. */
  function save({ name, content }) {
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([Uint8Array.from(atob(content), byte => byte.charCodeAt(0))], { type: "text/csv" }));
    link.download = name;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 1000);
  }

  /** Sends one act; while it is under way there is no second one. Hands back the answer, or null. */
  async function act(address, what, sending = () => post(address, what)) {
    if (pending) return null;
    const focused = document.activeElement;
    setPending(true);
    const answer = await sending().then(response => response.json()).catch(() => null);
    if (answer?.go) { location.href = answer.go; return answer; }
    await look();
    setPending(false);
    hint(answer ? answer.hint : body.dataset.failed, !answer);
    if (document.activeElement === body && focused?.isConnected) focused.focus();
    return answer;
  }

  function openForm(html) {
    const dialogs = document.getElementById("dialogs");
    closeForm();
    dialogs.innerHTML = html;
    const dialog = dialogs.querySelector("dialog");
    dialog.addEventListener("close", () => { dialog.remove(); if (!log) look(); });
    dialog.showModal();
    dialog.querySelector("input, select, textarea")?.focus();
  }

  function closeForm() {
    document.querySelector("#dialogs dialog")?.close();
  }

  const errorLine = (within, name) => within.querySelector(`[data-error-for="${CSS.escape(name)}"]`);

  function showError(within, field, text) {
    field.setAttribute("aria-invalid", String(text !== ""));
    const line = errorLine(within, field.name);
    if (line) line.textContent = text;
  }

  function showErrors(within, errors) {
    const fields = [...within.querySelectorAll("[name]")];
    fields.forEach(field => showError(within, field, errors[field.name] ?? ""));
    const unknown = Object.entries(errors).filter(([name]) => !fields.some(field => field.name === name)).map(([, text]) => text);
    const line = errorLine(within, "");
    if (line) line.textContent = unknown.join(" ");
    fields.find(field => field.name in errors)?.focus();
  }

  const missing = (fields, text) => Object.fromEntries(fields.filter(field => field.required && !field.value.trim()).map(field => [field.name, text]));

  // A suggestion shows its label and stands for its value; where two read alike, only what nobody touched still means the first.
  function valueOf(field) {
    if (field.list && field.value === field.defaultValue) return field.dataset.value;
    const meant = [...(field.list?.options ?? [])].filter(option => option.value === field.value.trim());
    return meant.length === 1 ? meant[0].dataset.value : field.value;
  }

  async function submitForm(dialog) {
    const fields = [...dialog.querySelectorAll("[name]")];
    const empty = missing(fields, dialog.dataset.required);
    if (Object.keys(empty).length) return showErrors(dialog, empty);
    const answer = await act("/local/submit", {
      form: dialog.dataset.form,
      context: dialog.dataset.context ?? "",
      values: Object.fromEntries(fields.map(field => [field.name, valueOf(field)])),
      message: dialog.dataset.messageId ? Number(dialog.dataset.messageId) : null,
    });
    if (!answer) return showErrors(dialog, { "": body.dataset.failed });
    if (Object.keys(answer.errors).length) return showErrors(dialog, answer.errors);
    if (answer.form) return openForm(answer.form);
    closeForm();
    toEnd();
  }

  async function say(text) {
    const answer = await act("/local/say", { text });
    if (answer) toEnd();
    if (answer?.form) openForm(answer.form);
    return Boolean(answer);
  }

  async function send(file) {
    if (pending || !file) return;
    if (await act("/local/file", {}, () => postFile(file))) toEnd();
  }

  async function press(button) {
    const message = button.closest("[data-message]");
    const answer = await act("/local/press", { message: Number(message.dataset.message), action: button.dataset.action, value: button.dataset.value });
    if (answer?.form) openForm(answer.form);
    if (answer?.file) save(answer.file);
  }

  /** Time passes while the page can be used; what is said on the way and how far it is comes as changes. */
  async function travel(to, form) {
    try {
      const answer = await (await post("/local/travel", { to })).json();
      if (form) showErrors(form, answer.errors);
      hint(answer.hint);
    } catch {
      hint(body.dataset.failed, true);
    }
  }

  function travelBy(form) {
    const empty = missing([form.elements.to], form.dataset.required);
    if ("to" in empty) showErrors(form, empty);
    else travel(form.elements.to.value, form);
  }

  async function loadSample() {
    try {
      await post("/local/sample", {});
    } catch {
      // From here on it is only loaded when somebody asks for it.
      history.replaceState(null, "", "/?start=empty");
      hint(body.dataset.failed, true);
    }
    look();
  }

  async function askForm(name) {
    asking = true;
    const query = new URLSearchParams();
    if (body.dataset.as) query.set("as", body.dataset.as);
    if (body.dataset.in) query.set("in", body.dataset.in);
    try {
      const answer = await (await fetch(`/local/form/${name}?${query}`)).json();
      if (answer.form) openForm(answer.form);
    } catch {
      hint(body.dataset.failed, true);
    } finally {
      asking = false;
    }
  }

  function togglePlaces(open) {
    document.getElementById("places").classList.toggle("open", open);
    document.querySelector("[data-menu]").setAttribute("aria-expanded", String(open));
  }

  document.addEventListener("click", event => {
    const button = event.target.closest("button");
    if (!button) return;
    if (button.dataset.action) press(button);
    else if ("attach" in button.dataset) document.getElementById("attached").click();
    else if (button.dataset.travel) travel(button.dataset.travel);
    else if ("stopTravel" in button.dataset) post("/local/travel/stop", {}).catch(() => hint(body.dataset.failed, true));
    else if (button.dataset.start) loadSample();
    else if (button.dataset.openForm) askForm(button.dataset.openForm);
    else if ("close" in button.dataset) closeForm();
    else if ("menu" in button.dataset) togglePlaces(button.getAttribute("aria-expanded") !== "true");
  });

  document.addEventListener("submit", event => {
    const dialog = event.target.closest("dialog");
    if (dialog) { event.preventDefault(); submitForm(dialog); }
    else if ("travelTo" in event.target.dataset) { event.preventDefault(); travelBy(event.target); }
  });

  const takesFiles = () => document.getElementById("attached") !== null;
  document.addEventListener("dragover", event => { if (takesFiles() && event.dataTransfer.types.includes("Files")) event.preventDefault(); });
  document.addEventListener("drop", event => {
    if (!takesFiles() || !event.dataTransfer.files.length) return;
    event.preventDefault();
    send(event.dataTransfer.files[0]);
  });

  document.addEventListener("change", event => {
    if (event.target.id === "attached") { send(event.target.files[0]); event.target.value = ""; }
    if ("submitOnChange" in event.target.dataset) event.target.form.submit();
  });

  document.addEventListener("input", event => {
    if (event.target.getAttribute("aria-invalid") === "true") showError(event.target.form, event.target, "");
  });

  document.addEventListener("keydown", event => {
    if (event.key !== "Escape") return;
    const menu = document.querySelector('[data-menu][aria-expanded="true"]');
    if (menu) { togglePlaces(false); menu.focus(); }
    const travelMenu = document.querySelector(".travel[open]");
    if (travelMenu) { travelMenu.open = false; travelMenu.querySelector("summary").focus(); }
  });

  rememberRegions(document);
  toEnd();
  const events = new EventSource("/local/events");
  events.addEventListener("changed", look);
  addEventListener("pagehide", () => events.close());
  addEventListener("pageshow", event => { if (event.persisted) location.reload(); });
  if (document.querySelector("[data-live]")) setInterval(look, 20000);
  if (document.querySelector("[data-fills-itself]")) loadSample();

  return { say };
})();
