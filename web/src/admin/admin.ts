import "./admin-pages.ts";
