/** Text made safe inside an element or a quoted attribute. */
export function escaped(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;")
    .replaceAll("'", "&#39;");
}

/** A page of the sandbox; `body` is HTML that is safe already. */
export function pageHtml(title: string, body: string): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${escaped(title)}</title>
<style>${STYLE}</style>
</head>
<body>
<header class="mark">Stripe sandbox &ndash; no real money</header>
<main>
${body}
</main>
</body>
</html>
`;
}

const STYLE = `
*{box-sizing:border-box}
body{margin:0;font:16px/1.5 system-ui,sans-serif;color:#1a1f36;background:#f6f8fa}
.mark{margin:0;padding:.5rem 1rem;background:#635bff;color:#fff;text-align:center;font-weight:600}
main{max-width:32rem;margin:0 auto;padding:1rem}
h1{font-size:1.25rem;margin:.5rem 0}
h2{font-size:1rem;margin:0 0 .5rem}
section,form{background:#fff;border:1px solid #d5dbe1;border-radius:8px;padding:1rem;margin:0 0 1rem}
table{width:100%;border-collapse:collapse}
td,th{padding:.25rem 0;text-align:left;vertical-align:top;font-weight:400}
td:last-child,th:last-child{text-align:right;white-space:nowrap;padding-left:1rem}
tfoot td,tfoot th{border-top:1px solid #d5dbe1;font-weight:700}
label{display:block;margin:.75rem 0 .25rem;font-weight:600}
input{width:100%;padding:.6rem;font:inherit;border:1px solid #8792a2;border-radius:6px}
.pair{display:grid;grid-template-columns:1fr 1fr;gap:.75rem}
button{width:100%;min-height:44px;margin-top:1rem;padding:.6rem;font:inherit;font-weight:600;color:#fff;background:#4b45c6;border:0;border-radius:6px;cursor:pointer}
.tests button{margin:.25rem 0;color:#1a1f36;background:#eceffa;border:1px solid #c1c9d2;font-weight:400;text-align:left}
button:focus-visible,input:focus-visible,a:focus-visible{outline:3px solid #f5a623;outline-offset:2px}
.problem{border-left:4px solid #b3093c;background:#fff0f4;padding:.75rem 1rem;margin:0 0 1rem}
.small{color:#4f566b;font-size:.875rem}
a{color:#3d36b2}
`;
