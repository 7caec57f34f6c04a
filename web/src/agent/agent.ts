import "./agent-console.ts";
