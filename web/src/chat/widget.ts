import "./support-chat.ts";

const HERE = document.currentScript instanceof HTMLScriptElement ? document.currentScript : null;

/** One script tag is enough: `<script src="…/static/widget.js" data-region="GB" defer></script>`. */
function mount(): void {
  const origin = HERE ? new URL(HERE.src).origin : location.origin;
  const server = origin === location.origin ? "" : origin;
  const placed = document.querySelector("support-chat");
  const chat = placed ?? document.createElement("support-chat");
  if (server && !chat.hasAttribute("server")) chat.setAttribute("server", server);
  for (const name of ["server", "region", "locale", "customer-token", "page-kind", "cart-value", "visitor-id"]) {
    const given = HERE?.getAttribute(`data-${name}`);
    if (given && !chat.hasAttribute(name)) chat.setAttribute(name, given);
  }
  if (HERE?.hasAttribute("data-offers")) chat.setAttribute("offers", "");
  if (!placed) document.body.append(chat);
}

if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", mount, { once: true });
else mount();
