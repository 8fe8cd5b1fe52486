// Keeps the page's own files in the browser, so that the page opens without its server. It fetches the files of this list,
// once for each build, each with the hash that the build wrote down, and nothing else; it sees no article.
const FILES = {
  /* files */
};
const OWN = `tiyao ${registration.scope} `;
const CACHE = OWN + "VERSION";
const PATIENCE = 3000;

// The file of the list that a request is for; the page itself is "./".
const fileOf = ({ method, url }) => {
  const plain = url.split(/[?#]/, 1)[0];
  if (method !== "GET" || !plain.startsWith(registration.scope)) return undefined;
  const path = plain.slice(registration.scope.length);
  const file = path === "index.html" ? "./" : "./" + path;
  return file in FILES ? file : undefined;
};

const kept = async (file) => (await caches.open(CACHE)).match(file);

// The page itself comes from its server where that answers soon, so that nobody is shown an older build than there is.
const newest = async (request, file) => {
  const late = new Promise((done) => setTimeout(done, PATIENCE));
  const answer = await Promise.race([fetch(request).catch(() => undefined), late]);
  if (answer && answer.status < 500) return answer;
  return (await kept(file)) ?? answer ?? fetch(request);
};

addEventListener("install", (event) => {
  const keep = async () => {
    const wanted = Object.entries(FILES).map(
      ([file, integrity]) => new Request(file, { cache: "no-cache", integrity, redirect: "error" }),
    );
    await (await caches.open(CACHE)).addAll(wanted);
    await skipWaiting();
  };
  event.waitUntil(keep());
});

addEventListener("activate", (event) => {
  const tidy = async () => {
    const old = (await caches.keys()).filter((name) => name.startsWith(OWN) && name !== CACHE);
    await Promise.all(old.map((name) => caches.delete(name)));
    await clients.claim();
  };
  event.waitUntil(tidy());
});

addEventListener("fetch", (event) => {
  const { request } = event;
  const file = fileOf(request);
  if (file === undefined) return;
  const cached = async () => (await kept(file)) ?? fetch(request);
  event.respondWith(request.mode === "navigate" ? newest(request, file) : cached());
});
