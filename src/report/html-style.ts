// The looks of the HTML report: light, dark and paper. No fonts, no pictures, nothing from elsewhere.

export const STYLE = `
:root{color-scheme:light dark;--page:#fcfbf9;--card:#fff;--text:#1e2430;--muted:#566072;--line:#d9dde5;--accent:#1d5bb8;--soft:#b9d0f2;--good:#1b6e3c;--bad:#a3341a;--shade0:#eef0f3;--shade1:#cfdff5;--shade2:#94b8ea;--shade3:#4f86d3;--shade4:#1d4f9e}
@media (prefers-color-scheme:dark){:root{--page:#12151b;--card:#1a1e26;--text:#e7eaf0;--muted:#a5adbb;--line:#333a47;--accent:#86b4ff;--soft:#2f4d7d;--good:#7fd39b;--bad:#ff9f85;--shade0:#20252e;--shade1:#24395a;--shade2:#305c9c;--shade3:#5b93e6;--shade4:#a8cbff}}
*{box-sizing:border-box}
html{-webkit-text-size-adjust:100%}
body{margin:0;background:var(--page);color:var(--text);font:1rem/1.55 system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue",Arial,sans-serif;overflow-wrap:anywhere}
main,footer{max-width:56rem;margin:0 auto;padding:0 1rem}
main{padding-top:2rem}
main>.muted{max-width:none}
h1{font-size:1.75rem;line-height:1.2;margin:0 0 .25rem}
h2{font-size:1.2rem;line-height:1.3;margin:2.5rem 0 .75rem;padding-top:1rem;border-top:1px solid var(--line)}
h3{font-size:1rem;margin:0 0 .25rem}
p{margin:.5rem 0;max-width:44rem}
a{color:var(--accent)}
code{font:.875em/1.4 ui-monospace,SFMono-Regular,Menlo,Consolas,monospace;background:var(--shade0);border-radius:4px;padding:.15em .4em}
.muted{color:var(--muted)}
.good{color:var(--good)}
.bad{color:var(--bad)}
.headline{display:flex;flex-wrap:wrap;align-items:center;gap:.25rem 1.25rem;margin:1.25rem 0 .5rem}
.headline p{flex:1 1 16rem}
.headline strong{font-size:3rem;line-height:1;font-weight:650;color:var(--accent);white-space:nowrap}
.cards{list-style:none;margin:0;padding:0;display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,17rem),1fr));gap:.75rem}
.cards>li{background:var(--card);border:1px solid var(--line);border-radius:10px;padding:.875rem 1rem}
.cards p{margin:.25rem 0;font-size:.9375rem}
.cards .figure{font-size:1.5rem;font-weight:650;margin:0}
.figure small{white-space:nowrap;font-size:.875rem;font-weight:400;color:var(--muted)}
.study{margin:0;padding:0 0 0 1.75rem}
.study>li{margin:0 0 1.5rem}
.question{font-weight:600;margin:0 0 .5rem;white-space:pre-wrap;break-after:avoid;max-width:none}
dl{margin:0;display:grid;grid-template-columns:6rem 1fr;gap:.25rem .75rem;font-size:.9375rem}
dt{color:var(--muted)}
dd{margin:0;white-space:pre-wrap}
.charts{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,22rem),1fr));gap:1.5rem 2rem;align-items:start}
@media (min-width:50rem){.charts>:first-child:not(:last-child){grid-row:span 3}}
figure{margin:0;break-inside:avoid}
figcaption{font-weight:600;margin-bottom:.25rem}
figure svg{display:block;width:100%;max-width:32rem;height:auto}
details{margin:.25rem 0;font-size:.9375rem}
summary{color:var(--accent);cursor:pointer}
.scroll{overflow-x:auto;max-width:100%}
table{border-collapse:collapse;font-size:.9375rem;font-variant-numeric:tabular-nums;overflow-wrap:normal}
th,td{text-align:left;padding:.3rem .9rem .3rem 0;border-bottom:1px solid var(--line);vertical-align:baseline;white-space:nowrap}
th{font-weight:600}
td.number,th.number{text-align:right}
footer{padding-top:1rem;padding-bottom:3rem;color:var(--muted);font-size:.875rem}
:focus-visible{outline:2px solid var(--accent);outline-offset:2px}
@media (max-width:30rem){dl{grid-template-columns:1fr;gap:0}dd{margin-bottom:.4rem}.study{padding-left:1.4rem}}
@media print{:root{--page:#fff;--card:#fff;--text:#000;--muted:#444;--line:#bbb;--accent:#1d4f9e;--soft:#b9d0f2;--good:#14532d;--bad:#8a2a14;--shade0:#eee;--shade1:#cfdff5;--shade2:#94b8ea;--shade3:#4f86d3;--shade4:#1d4f9e}
@page{margin:16mm 15mm}
html{font-size:9.5pt}
body{print-color-adjust:exact;-webkit-print-color-adjust:exact}
main,footer{max-width:none;padding:0}
h2{break-after:avoid}
h2,h3{break-inside:avoid}
.cards>li,tr{break-inside:avoid}
figure svg{max-width:9.5cm}
.charts{grid-template-columns:1fr 1fr}
.scroll{overflow:visible}
table{font-size:8.5pt}
.cards{grid-template-columns:repeat(3,1fr)}
dl>dd{orphans:3;widows:3}
th,td{padding-right:.6rem;white-space:normal}
details:not([open]){display:none}
a[href]::after{content:" (" attr(href) ")";font-size:8pt;color:var(--muted)}}
`;
