// Asks the server. The token, where one is needed, stays in this tab.

const TOKEN = "hyperlinker-token";

/** A failure that can be shown, with the HTTP status (0 where there was no answer). */
export class Refusal extends Error {
  constructor(status, message) {
    super(message);
    this.status = status;
  }
}

export function signIn(token) {
  sessionStorage.setItem(TOKEN, token);
}

async function ask(path, options = {}) {
  const headers = { ...options.headers };
  const token = sessionStorage.getItem(TOKEN);
  if (token) {
    headers.Authorization = `Bearer ${token}`;
  }
  let answer;
  try {
    answer = await fetch(path, { ...options, headers });
  } catch {
    throw new Refusal(0, "The server does not answer. Is it still running?");
  }
  const body = await answer.json().catch(() => ({}));
  if (answer.ok) {
    return body;
  }
  throw new Refusal(answer.status, said(answer, token) ?? body.detail ?? `The server answers ${answer.status}.`);
}

/** What these answers mean to someone who looks at the page. */
function said(answer, token) {
  switch (answer.status) {
    case 401:
      return token ? "The server does not take this token." : "The server wants a token.";
    case 429: {
      const seconds = Number(answer.headers.get("Retry-After")) || 1;
      return `The server is busy; try again in ${seconds === 1 ? "a second" : `${seconds} seconds`}.`;
    }
    case 503:
      return "The server is stopping, or not ready yet.";
    default:
      return null;
  }
}

function post(path, body) {
  return ask(path, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify(body),
  });
}

export const systems = () => ask("v1/systems").then((answer) => answer.systems);

/** The links of a text; of these mentions, or of those that are found where none are given. */
export const link = (system, text, mentions) =>
  post("v1/link", { system, text, top: 6, mentions }).then((answer) => answer.documents[0].mentions);

export const search = (system, query) =>
  post("v1/search", { system, query, top: 8 }).then((answer) => answer.hits);

export const concept = (system, id) =>
  ask(`v1/concepts/${encodeURIComponent(id)}?system=${encodeURIComponent(system)}`);

export const explain = (system, text, mention) =>
  post("v1/explain", { system, text, start: mention.start, end: mention.end });
