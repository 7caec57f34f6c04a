import { Api } from "../api/api.ts";
import { wordsOf } from "../api/problem.ts";

/** The demo shop's page: who the visitor is, kept for the tab, and told to the chat. */
interface DemoCustomer {
  id: string;
  name: string;
  region: string;
  about: string;
}

interface Kept {
  customerId: string;
  token: string;
  region: string;
}

const KEPT = "supportgraph:shop";
const api = new Api("");
const chat = document.querySelector("support-chat");
const who = document.querySelector<HTMLSelectElement>("#who");
const region = document.querySelector<HTMLSelectElement>("#region");
const about = document.querySelector<HTMLElement>("#about");
const demo = document.querySelector<HTMLElement>("#demo");
let customers: DemoCustomer[] = [];

function kept(): Kept {
  const empty = { customerId: "", token: "", region: "" };
  try {
    return { ...empty, ...(JSON.parse(sessionStorage.getItem(KEPT) ?? "{}") as Partial<Kept>) };
  } catch {
    return empty;
  }
}

function tellChat({ token, region: chosen }: Kept): void {
  chat?.setAttribute("customer-token", token);
  chat?.setAttribute("region", token ? "" : chosen);
}

function show(visitor: Kept): void {
  const customer = customers.find((c) => c.id === visitor.customerId);
  if (who) who.value = customer?.id ?? "";
  if (region) {
    region.value = customer?.region ?? visitor.region;
    region.disabled = customer !== undefined;
  }
  if (about) about.textContent = customer?.about ?? "";
}

function become(visitor: Kept): void {
  sessionStorage.setItem(KEPT, JSON.stringify(visitor));
  tellChat(visitor);
  show(visitor);
}

async function signIn(customerId: string): Promise<void> {
  if (!customerId) {
    become({ ...kept(), customerId: "", token: "" });
    return;
  }
  try {
    const { customer_token } = await api.post<{ customer_token: string }>("/demo/sign-in", { customer_id: customerId });
    become({ ...kept(), customerId, token: customer_token });
  } catch (error) {
    if (about) about.textContent = wordsOf(error);
  }
}

async function offerCustomers(): Promise<void> {
  customers = (await api.get<{ items: DemoCustomer[] }>("/demo/customers")).items;
  if (!demo || !who || !customers.length) return;
  who.append(...customers.map((c) => new Option(`${c.name} (${c.region})`, c.id)));
  demo.hidden = false;
  const visitor = kept();
  show(visitor);
  // A token ends within a day, and with the service that made it: sign in anew, quietly.
  if (visitor.customerId) await signIn(visitor.customerId);
}

const checkout = document.querySelector<HTMLFormElement>("#checkout");
const paid = document.querySelector<HTMLElement>("#paid");
checkout?.addEventListener("submit", (event) => {
  event.preventDefault();
  const outcome = checkout.querySelector("select")?.value ?? "";
  if (paid) paid.textContent = paid.dataset[outcome] ?? "";
  if (outcome === "declined") window.dispatchEvent(new Event("support-page-error"));
});

tellChat(kept());
show(kept());
who?.addEventListener("change", () => void signIn(who.value));
region?.addEventListener("change", () => become({ ...kept(), region: region.value }));
offerCustomers().catch((error: unknown) => {
  if (about) about.textContent = wordsOf(error);
});
