// What a page may be made of (Trusted Types). Leptos builds the parts of a page that never change from strings that were
// compiled into the app; this lets such strings through and nothing that could run. What people write never comes this
// way: it is set as text.
{
  const NO_TAGS = /^(script|style|link|meta|base|iframe|frame|frameset|object|embed|applet|portal|noscript|animate|set)$/i;
  const NO_ATTRIBUTES = /^(on.*|style|srcdoc|srcset|ping|formaction|action|nonce|is)$/i;
  const ADDRESSES = /^(href|xlink:href|src|poster)$/i;
  const SAFE_ADDRESS = /^(\/(?![/\\])|#|https:|mailto:|tel:|sms:)/;
  // No value may hold an angle bracket, so that a browser cannot see a tag where these see none.
  const ATTRIBUTE = /\s+([a-z_:][\w:.-]*)(?:="([^"<>]*)")?/gi;
  const TAG = /<\/?([a-z][\w-]*)((?:\s+[a-z_:][\w:.-]*(?:="[^"<>]*")?)*)\s*\/?>|<!(?:--[^<>]*--)?>/gi;
  const SCRIPTS = /^\/(assets\/[\w-]+|service-worker)\.js$/;

  const harmless = (name, value = "") =>
    !NO_ATTRIBUTES.test(name) && (!ADDRESSES.test(name) || SAFE_ADDRESS.test(value));
  const known = (name = "", attributes = "") =>
    !NO_TAGS.test(name) && [...attributes.matchAll(ATTRIBUTE)].every(([, key, value]) => harmless(key, value));

  globalThis.trustedTypes?.createPolicy("default", {
    // Whatever is left once all harmless tags are gone is none.
    createHTML(html) {
      const rest = html.replace(TAG, (_, name, attributes) => (known(name, attributes) ? "" : "<"));
      return rest.includes("<") ? null : html;
    },
    createScriptURL(address) {
      const { origin, pathname } = new URL(address, location.href);
      return origin === location.origin && SCRIPTS.test(pathname) ? address : null;
    },
  });
}
