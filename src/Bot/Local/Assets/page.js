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

  const rememberRegions = root => root.querySelectorAll("[data-region]").forEach(region => shown.set(region.id, region.outerHTML));
  const nearEnd = () => !log || log.scrollHeight - log.scrollTop - log.clientHeight < 120;
  const toEnd = () => { if (log) log.scrollTop = log.scrollHeight; };

  function hint(text) {
    const line = document.getElementById("hint");
    if (line && line.textContent !== (text ?? "")) line.textContent = text ?? "";
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
        if (Boolean(fresh.getElementById("log")) !== Boolean(log)) { location.href = "/"; return; }
        takeRegions(fresh);
        takeRows(fresh);
      } while (lookAgain);
    } catch {
      hint(body.dataset.gone);
    } finally {
      looking = false;
    }
  }

  function setPending(on) {
    pending = on;
    body.toggleAttribute("data-pending", on);
    document.querySelectorAll("button[data-action], button[data-start], button[data-travel], .form-buttons button[type=submit], .send, form[data-travel-to] button")
      .forEach(button => { button.disabled = on; });
    if (on) hint(document.getElementById("hint")?.dataset.working);
  }

  /** Sends one act; while it is under way there is no second one. Hands back the answer, or null. */
  async function act(address, what) {
    if (pending) return null;
    const focused = document.activeElement;
    setPending(true);
    let answer = null;
    let text = "";
    try {
      const response = await fetch(address, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify({ ...seat(), ...what }),
      });
      if (!response.ok) throw new Error(response.statusText);
      answer = await response.json();
      text = answer.hint;
    } catch {
      text = body.dataset.failed;
    }
    if (answer?.go) { location.href = answer.go; return answer; }
    await look();
    setPending(false);
    hint(text);
    if (document.activeElement === body && focused?.isConnected) focused.focus();
    return answer;
  }

  function openForm(html) {
    const dialogs = document.getElementById("dialogs");
    closeForm();
    dialogs.innerHTML = html;
    const dialog = dialogs.querySelector("dialog");
    dialog.addEventListener("close", () => dialog.remove());
    dialog.showModal();
    dialog.querySelector("input, select, textarea")?.focus();
  }

  function closeForm() {
    document.querySelector("#dialogs dialog")?.close();
  }

  function showErrors(dialog, errors) {
    dialog.querySelectorAll("[data-error-for]").forEach(line => {
      const field = line.dataset.errorFor;
      line.textContent = errors[field] ?? "";
      if (field) dialog.querySelector(`[name="${CSS.escape(field)}"]`)?.setAttribute("aria-invalid", String(field in errors));
    });
    const fields = [...dialog.querySelectorAll("[name]")];
    const unknown = Object.entries(errors).filter(([name]) => !fields.some(field => field.name === name)).map(([, text]) => text);
    dialog.querySelector('[data-error-for=""]').textContent = unknown.join(" ");
    fields.find(field => field.name in errors)?.focus();
  }

  // A suggestion shows its label and stands for its value; where two read alike, the words say as much as anybody knows.
  function valueOf(field) {
    const meant = [...(field.list?.options ?? [])].filter(option => option.value === field.value.trim());
    return meant.length === 1 ? meant[0].dataset.value : field.value;
  }

  async function submitForm(dialog) {
    const fields = [...dialog.querySelectorAll("[name]")];
    const empty = fields.filter(field => field.required && !field.value.trim());
    if (empty.length) return showErrors(dialog, Object.fromEntries(empty.map(field => [field.name, dialog.dataset.required])));
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

  async function press(button) {
    const message = button.closest("[data-message]");
    const answer = await act("/local/press", { message: Number(message.dataset.message), action: button.dataset.action, value: button.dataset.value });
    if (answer?.form) openForm(answer.form);
  }

  async function travel(to) {
    if (pending) return;
    const line = document.querySelector("[data-travelling]");
    line.textContent = line.dataset.text;
    await act("/local/travel", { to });
    line.textContent = "";
  }

  async function askForm(name) {
    const query = new URLSearchParams();
    if (body.dataset.as) query.set("as", body.dataset.as);
    if (body.dataset.in) query.set("in", body.dataset.in);
    const answer = await (await fetch(`/local/form/${name}?${query}`)).json();
    if (answer.form) openForm(answer.form);
  }

  function togglePlaces(open) {
    document.getElementById("places").classList.toggle("open", open);
    document.querySelector("[data-menu]").setAttribute("aria-expanded", String(open));
  }

  document.addEventListener("click", event => {
    const button = event.target.closest("button");
    if (!button) return;
    if (button.dataset.action) press(button);
    else if (button.dataset.travel) travel(button.dataset.travel);
    else if (button.dataset.start) act("/local/sample", {});
    else if (button.dataset.openForm) askForm(button.dataset.openForm);
    else if ("close" in button.dataset) closeForm();
    else if ("menu" in button.dataset) togglePlaces(button.getAttribute("aria-expanded") !== "true");
  });

  document.addEventListener("submit", event => {
    const dialog = event.target.closest("dialog");
    if (dialog) { event.preventDefault(); submitForm(dialog); }
    else if ("travelTo" in event.target.dataset) { event.preventDefault(); travel(event.target.elements.to.value); }
  });

  document.addEventListener("change", event => {
    if ("submitOnChange" in event.target.dataset) event.target.form.submit();
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

  return { say };
})();
