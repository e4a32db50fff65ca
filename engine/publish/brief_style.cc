#include "publish/brief_html.h"

namespace readout::publish {

const std::string_view kBriefStyle = R"css(
:root{--paper:#fdfcf9;--ink:#1f2328;--soft:#5a626c;--line:#dcd8cf;--panel:#f5f2ea;--link:#1d4f91;--mark:#fbeaa7;
--camp:#8a5a12;color-scheme:light dark}
@media (prefers-color-scheme:dark){:root{--paper:#16181c;--ink:#e4e2dc;--soft:#a3a8b0;--line:#33373e;--panel:#1e2126;
--link:#8fb8ee;--mark:#57491a;--camp:#dcae62}}
*{box-sizing:border-box}
html{font:100%/1.5 system-ui,-apple-system,"Segoe UI","Helvetica Neue","Liberation Sans",Arial,sans-serif}
body{margin:0;background:var(--paper);color:var(--ink)}
main{max-width:54rem;margin:0 auto;padding:2.5rem 1.25rem 5rem}
h1,h2,h3,h4,p,ul,ol{margin:0}
h1{font:600 2rem/1.2 Charter,"Bitstream Charter",Georgia,"Liberation Serif",serif;letter-spacing:-.01em;text-wrap:balance}
article+article{margin-top:4rem;border-top:3px double var(--line);padding-top:2.5rem}
.summary{margin-top:.75rem;font-size:1.0625rem}
.key,.all,.remark,.more,.count,.credit,.name{color:var(--soft);font-size:.875rem}
.key{margin-top:.25rem}
code,.name{font-family:ui-monospace,"DejaVu Sans Mono",Menlo,Consolas,monospace;font-size:.8125rem;overflow-wrap:anywhere}
nav{margin:1rem 0 2.5rem}
nav ol{padding-left:1.5rem}
section{margin-top:2.5rem}
h2{font-size:.8125rem;line-height:1.4;letter-spacing:.08em;text-transform:uppercase;font-weight:700;
border-top:1px solid var(--ink);padding-top:.5rem;margin-bottom:.75rem}
h3{font-size:1.0625rem;line-height:1.35;font-weight:650}
h4{font-size:1rem;font-weight:650;line-height:1.4}
h4 .count{font-weight:400;margin-left:.35rem}
section>.remark{margin-bottom:1rem}
.group+.group{margin-top:1.5rem}
.group>.remark{margin:.1rem 0 .4rem}
ul{list-style:none;padding:0}
li{overflow-wrap:anywhere}
ul>li{padding:.4rem 0;color:var(--soft);font-size:.9375rem}
ul>li b{color:var(--ink)}
ul>li+li{border-top:1px solid var(--line)}
b{font-weight:650}
.quote{font-family:Charter,"Bitstream Charter",Georgia,"Liberation Serif",serif;font-size:1.125em;color:var(--ink)}
mark{background:linear-gradient(transparent 58%,var(--mark) 58%,var(--mark) 92%,transparent 92%);color:inherit}
.credit{display:block;line-height:1.45}
ul>li .credit b{font-weight:500}
a{color:var(--link);text-underline-offset:.15em}
a:focus-visible{outline:2px solid var(--link);outline-offset:2px;border-radius:2px}
.cite{font-size:.75rem;font-variant-numeric:tabular-nums;text-decoration:none;white-space:nowrap;color:var(--link);
border:1px solid var(--line);border-radius:.25rem;padding:0 .25rem}
a.cite:hover{border-color:var(--link)}
.columns{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,17rem),1fr));gap:.75rem;margin-top:.6rem}
.column{background:var(--panel);border-top:3px solid var(--camp);border-radius:0 0 .35rem .35rem;padding:.6rem .85rem .7rem}
.column h4{border-bottom:1px solid var(--line);padding-bottom:.35rem}
.disputes .group,.copies .group,.moves .group{break-inside:avoid}
.disputes .group+.group{margin-top:2.25rem}
.said .group+.group{margin-top:2.25rem}
.part{margin-top:1rem;padding-left:1rem;border-left:3px solid var(--line)}
li.told{padding-left:.9rem}
li.told::before{content:"◦";float:left;margin-left:-.9rem;color:var(--camp)}
li.told .quote{font-style:italic}
.timeline .group{display:grid;grid-template-columns:10rem 1fr;column-gap:1.25rem}
.timeline h3{font-size:.9375rem;padding-top:.45rem}
.timeline .group>*{grid-column:2}
.timeline .group>h3{grid-column:1;grid-row:1}
.parties .credit,.headlines .credit,.relayed .credit,.notes .credit{display:inline-block;margin-left:.35rem}
.parties ul{display:grid;grid-template-columns:repeat(auto-fill,minmax(min(100%,24rem),1fr));column-gap:2rem}
.parties ul>li{border-top:0;border-bottom:1px solid var(--line)}
.sources ol{padding-left:2rem}
.sources li{padding:.3rem 0}
.sources li::marker{color:var(--soft);font-variant-numeric:tabular-nums}
.sources li:target{background:var(--mark)}
.sources .name,.sources .count{display:block}
.more{margin-top:.4rem}
@media (max-width:40rem){main{padding-top:1.5rem}h1{font-size:1.625rem}.timeline .group{display:block}}
@media print{:root{--paper:#fff;--ink:#000;--soft:#444;--line:#bbb;--panel:#fff;--mark:#eee;--link:#000;--camp:#000}
html{font-size:80%}main{max-width:none;padding:0}.column{border:1px solid var(--line);border-top:2px solid #000}
h2,h3,h4{break-after:avoid}li,.column{break-inside:avoid}.cite{border:0;padding:0}article+article{break-before:page}}
)css";

}  // namespace readout::publish
