// Looks of ringkasan.html, on screen and on A4.
export const SUMMARY_STYLE = `
:root{--ink:#1b2327;--soft:#55636b;--line:#cfd8dc;--tint:#f2f6f7;--accent:#0b5563;--warn:#8a3b00;--warntint:#fff5ea}
*{box-sizing:border-box}
html{-webkit-text-size-adjust:100%}
body{margin:0 auto;max-width:56rem;padding:2.5rem 1.5rem 4rem;color:var(--ink);background:#fff;
font:16px/1.55 "Segoe UI","Noto Sans","Liberation Sans",Roboto,Ubuntu,Arial,sans-serif;overflow-wrap:anywhere}
h1,h2,h3{line-height:1.25;text-wrap:balance}
h1{font-size:1.9rem;margin:.2rem 0 .6rem}
h2{font-size:1.35rem;margin:0 0 1rem}
h3{font-size:1rem;margin:1.6rem 0 .5rem;color:var(--accent)}
p{margin:.5rem 0}
a{color:var(--accent)}
.eyebrow{margin:0;color:var(--accent);font-size:.85rem;font-weight:600;letter-spacing:.04em;text-transform:uppercase}
.lead{color:var(--soft)}
.notice{border-left:4px solid var(--accent);background:var(--tint);padding:.7rem 1rem;margin:1rem 0}
.warn{border-left:4px solid var(--warn);background:var(--warntint);padding:.7rem 1rem;margin:1rem 0}
table{border-collapse:collapse;width:100%;margin:.4rem 0;font-size:.94rem}
th,td{text-align:left;vertical-align:top;padding:.4rem .6rem;border-bottom:1px solid var(--line)}
thead th{border-bottom:2px solid var(--accent);font-size:.85rem}
tbody th{width:13.5rem;font-weight:600;color:var(--soft)}
nav{overflow-wrap:break-word;margin-top:1.6rem}
.num{white-space:nowrap;width:2.5rem}
section.finding{border-top:3px solid var(--accent);margin-top:3rem;padding-top:1.2rem}
section.plain{border-top:1px solid var(--line);margin-top:3rem;padding-top:1.2rem}
.said{white-space:pre-wrap;margin:.2rem 0;padding:.6rem .9rem;border:1px solid var(--line);border-radius:4px;background:var(--tint);
max-height:40rem;overflow:auto;unicode-bidi:isolate;line-height:1.7}
.shown{white-space:pre-wrap;unicode-bidi:isolate}
code,.hash{font-family:"Cascadia Mono","Noto Sans Mono","Liberation Mono",Consolas,monospace;font-size:.76em;word-break:break-all}
pre{white-space:pre-wrap;word-break:break-all;background:var(--tint);border:1px solid var(--line);border-radius:4px;padding:.7rem .9rem;margin:.4rem 0;font-size:.9rem}
figure{margin:1rem 0;break-inside:avoid}
figure img{display:block;max-width:100%;max-height:46rem;height:auto;border:1px solid var(--line);border-radius:2px}
figcaption{color:var(--soft);font-size:.85rem;margin-top:.35rem}
ul{margin:.4rem 0;padding-left:1.2rem}
li{margin:.25rem 0}
@media screen and (max-width:40rem){
body{padding:1.25rem 1rem 3rem;overflow-wrap:break-word}
h1{font-size:1.5rem}
.shown,.hash,code,pre{overflow-wrap:anywhere}
nav{overflow-x:auto}
nav table{min-width:38rem}
nav .shown{overflow-wrap:break-word}
section table,section tbody,section tr,section th,section td,header table,header tbody,header tr,header th,header td{display:block}
section thead{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
section tr,header tr{padding:.4rem 0;border-bottom:1px solid var(--line)}
section th,section td,header th,header td{width:auto;padding:.1rem 0;border-bottom:0}
section td.num{font-weight:600}
section td.num::before{content:"Catatan "}
}
@media print{
@page{size:A4;margin:18mm 16mm 18mm 18mm}
body{max-width:none;padding:0;font-size:10.5pt}
h1{font-size:19pt}h2{font-size:14pt}
h1,h2,h3{break-after:avoid}
section.finding{break-before:page;margin-top:0}
tr,li,.notice,.warn{break-inside:avoid}
thead{display:table-header-group}
figure img{max-height:150mm}
.said{max-height:none;overflow:hidden}
a{color:inherit;text-decoration:none}
}`;
