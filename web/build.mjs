// Builds web/static: one self-contained script a page, so that a page (or another site, for the widget) needs one tag.
import { rm } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { build } from "vite";

const here = (path) => fileURLToPath(new URL(path, import.meta.url));

const SCRIPTS = {
  widget: "src/chat/widget.ts",
  shop: "src/shop/shop.ts",
  agent: "src/agent/agent.ts",
  admin: "src/admin/admin.ts",
};

await rm(here("static"), { recursive: true, force: true });
for (const [name, entry] of Object.entries(SCRIPTS)) {
  await build({
    root: here("."),
    configFile: false,
    logLevel: "warn",
    publicDir: here("public"),
    build: {
      outDir: here("static"),
      emptyOutDir: false,
      sourcemap: false,
      modulePreload: false,
      reportCompressedSize: false,
      target: "es2022",
      rolldownOptions: {
        input: here(entry),
        output: { format: "iife", entryFileNames: `${name}.js` },
      },
    },
  });
}
