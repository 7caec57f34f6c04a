"""Texts that are too faint for their ground, by the rule of WCAG AA."""

from typing import cast

from tests.web.visitor import Visitor

# In the page: every visible text, its colour, and the ground below it; colours are mixed as the browser draws them.
_FAINT = """() => {
  const canvas = new OffscreenCanvas(1, 1).getContext("2d", { willReadFrequently: true });
  const over = (ground, colour) => {
    canvas.fillStyle = `rgb(${ground.join(" ")})`;
    canvas.fillRect(0, 0, 1, 1);
    canvas.fillStyle = colour;
    canvas.fillRect(0, 0, 1, 1);
    return [...canvas.getImageData(0, 0, 1, 1).data.slice(0, 3)];
  };
  const light = (rgb) => {
    const [r, g, b] = rgb.map((v) => v / 255).map((v) => (v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const parent = (node) => node.assignedSlot ?? node.parentElement ?? node.getRootNode().host ?? null;
  const ground = (element) => {
    const layers = [];
    for (let e = element; e; e = parent(e)) layers.unshift(getComputedStyle(e).backgroundColor);
    return layers.reduce(over, [255, 255, 255]);
  };
  const found = [];
  const visit = (root) => {
    for (const element of root.querySelectorAll("*")) {
      if (element.shadowRoot) visit(element.shadowRoot);
      const says = [...element.childNodes].some((n) => n.nodeType === Node.TEXT_NODE && n.data.trim());
      const isShown = element.checkVisibility({ checkVisibilityCSS: true }) && !element.closest(".visually-hidden");
      if (!says || !isShown || element.closest(":disabled")) continue;
      const style = getComputedStyle(element);
      const below = ground(element);
      const [a, b] = [light(over(below, style.color)), light(below)].sort((x, y) => y - x);
      const size = parseFloat(style.fontSize);
      const isLarge = size >= 24 || (size >= 18.66 && Number(style.fontWeight) >= 700);
      const ratio = (a + 0.05) / (b + 0.05);
      if (ratio < (isLarge ? 3 : 4.5)) found.push(`${ratio.toFixed(2)} ${element.tagName} ${element.textContent.trim().slice(0, 40)}`);
    }
  };
  visit(document);
  return found;
}"""


async def faint_texts(visitor: Visitor) -> list[str]:
    return cast("list[str]", await visitor.page.evaluate(_FAINT))
