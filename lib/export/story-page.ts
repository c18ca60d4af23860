/** The look and the keys of a story's page. */

export const storyPageStyle = `
:root{color-scheme:light dark;--canvas:#fafaf8;--surface:#fff;--text:#1b1e24;--muted:#5b616b;--line:#dfddd5}
@media (prefers-color-scheme:dark){:root{--canvas:#0f1218;--surface:#171b23;--text:#e7e9ee;--muted:#9aa1ad;--line:#2c323d}}
*{box-sizing:border-box}
html{scroll-behavior:smooth;scroll-snap-type:y proximity}
body{margin:0;background:var(--canvas);color:var(--text);font:16px/1.55 "Inter Variable",Inter,system-ui,"Helvetica Neue",Arial,sans-serif}
header{max-width:46rem;margin:0 auto;padding:12vh 1.5rem 8vh}
h1,h2,blockquote,.note{font-family:"Source Serif 4 Variable","Source Serif 4",Georgia,"Times New Roman",serif}
h1{font-size:clamp(2rem,5vw,3.2rem);line-height:1.12;margin:0 0 .6rem;text-wrap:balance}
h2{font-size:1.6rem;line-height:1.2;margin:.2rem 0 0;text-wrap:balance}
h2.sentence{font-size:1.3rem;line-height:1.35;text-wrap:pretty}
header p{margin:.2rem 0;color:var(--muted)}
.hint,.count,figcaption{color:var(--muted);font-size:.85rem}
section{display:grid;grid-template-columns:minmax(0,3fr) minmax(20rem,2fr);min-height:100vh;border-top:1px solid var(--line);scroll-snap-align:start;outline:none}
.picture{display:flex;align-items:center;justify-content:center;padding:1.5rem;position:sticky;top:0;height:100vh}
.picture>div{width:100%}
.picture svg{display:block;width:100%;height:auto;max-height:calc(100vh - 3rem)}
.dark{display:none}
@media (prefers-color-scheme:dark){.light{display:none}.dark{display:block}}
.words{background:var(--surface);border-left:1px solid var(--line);padding:3rem 2rem 2rem;display:flex;flex-direction:column}
.count{margin:0;font-variant-numeric:tabular-nums}
.note{font-size:1.15rem;line-height:1.6;margin:1rem 0 0}
figure{margin:1.4rem 0 0;padding-top:.9rem;border-top:1px solid var(--line)}
figure p{margin:0 0 .4rem;font-size:.9rem;color:var(--muted)}
blockquote{margin:0 0 .4rem;font-size:1.08rem;line-height:1.5;overflow-wrap:anywhere}
a{color:inherit;text-underline-offset:2px}
a:focus-visible{outline:2px solid currentColor;outline-offset:3px}
nav{display:flex;justify-content:space-between;gap:1rem;margin-top:auto;padding-top:2rem}
@media (max-width:760px){section{display:block;min-height:0}.picture{position:static;height:auto;padding:1rem .5rem}.words{border-left:0;padding:1.2rem 1.2rem 2rem}header{padding:3rem 1.2rem 2rem}}
@media (prefers-reduced-motion:reduce){html{scroll-behavior:auto}}
@media print{:root{--canvas:#fff;--surface:#fff;--text:#000;--muted:#444;--line:#ccc}.light{display:block}.dark,nav,.hint{display:none}header{padding:0 0 1rem}section{display:block;min-height:0;break-inside:avoid;padding-top:1rem}.picture{position:static;height:auto;padding:0}.picture svg{max-height:11cm}.words{border:0;padding:.5rem 0 0}}
`

/** Arrow keys, Page Up and Page Down, Home and End. */
export const storyPageScript = `
(function(){
var steps=Array.prototype.slice.call(document.querySelectorAll('section'));
function at(){var found=-1;steps.forEach(function(step,i){if(step.getBoundingClientRect().top<innerHeight/5)found=i});return found}
addEventListener('keydown',function(event){
if(event.ctrlKey||event.metaKey||event.altKey)return;
var to={ArrowRight:at()+1,ArrowLeft:at()-1,Home:-1,End:steps.length-1}[event.key];
if(to===undefined)return;
event.preventDefault();
var step=steps[Math.min(to,steps.length-1)];
(step||document.body).scrollIntoView();
if(step){step.focus({preventScroll:true});history.replaceState(null,'','#'+step.id)}
});
})();
`
