// Random patterns on random texts: matches, replacements, splits.
// Expect-Stdout-File: regexp-random.golden
// Needs-Node: 24
'use strict';

let seed=1*7919; const rnd=(n)=>{seed=(seed+0x6D2B79F5)|0; let t=Math.imul(seed^(seed>>>15),1|seed); t=(t+Math.imul(t^(t>>>7),61|t))^t; return ((t^(t>>>14))>>>0)%n;};
const pick=a=>a[rnd(a.length)];
function atom(d){ switch(rnd(26)){ case 0: return '.'; case 1: return '('+alt(d-1)+')'; case 2: return '(?:'+alt(d-1)+')'; case 3: return '(?='+alt(d-1)+')'; case 4: return '(?!'+alt(d-1)+')'; case 5: return '(?<='+alt(d-1)+')'; case 6: return '(?<!'+alt(d-1)+')'; case 7: return '['+pick(['ab','^a','a-c','^\\d','\\w-','é','\\s','^\\S','k-s','\\u017f','[a]','a&&b','\\W','\\q{ab|b}','a--b'])+']'; case 8: return '\\'+pick(['d','w','s','D','W','S','b','B','1','2','k<n>','p{L}','P{Lu}','p{Lu}','u{1d49c}','x61','cA','0','n','-','u0061']); case 9: return '(?<n>'+alt(d-1)+')'; case 10: return '^'; case 11: return '$'; case 12: return '(?i:'+alt(d-1)+')'; case 13: return '(?-i:'+alt(d-1)+')'; case 14: return '(?s-m:'+alt(d-1)+')'; default: return pick(['a','b','c','A','k','s','é','É','𝒜','\u212a','\u017f','1','_',' ','\n','ß','ς','Σ']); } }
function term(d){ let s=d<=0?pick(['a','b','.','c']):atom(d); switch(rnd(9)){case 0: return s+'*'; case 1: return s+'+'; case 2: return s+'?'; case 3: return s+'*?'; case 4: return s+'{1,2}'; case 5: return s+'{2}'; case 6: return s+'{0,2}?'; default: return s;} }
function alt(d){ let n=1+rnd(3),s=''; for(let i=0;i<n;i++) s+=term(d); return rnd(4)===0?s+'|'+(rnd(3)?term(d):''):s; }
const chars=['a','b','c','A','k','K','s','S','é','É','𝒜','\u212a','\u017f','1','_',' ','\n','\ud835','ab','aab','ß','ẞ','ς','Σ','σ'];
const esc=s=>JSON.stringify(s,(k,v)=>v===undefined?null:v);
let out=[];
for(let i=0;i<900;i++){ const p=alt(3), f=pick(['','i','u','iu','v','iv','m','s','g','y','im']); let subj=''; for(let j=rnd(9);j>0;j--) subj+=pick(chars);
 let r; try{ const re=new RegExp(p,f); const m=re.exec(subj); r=m?esc([m.index,...m])+esc(m.groups??null):'null'; const g=new RegExp(p,f.includes('g')?f:f+'g'); r+=' '+esc(subj.replace(g,'[$&$1]'))+' '+esc(subj.split(new RegExp(p,f))); }catch(e){ r=e.name+': '+e.message; }
 out.push(esc(p)+' '+f+' '+esc(subj)+' -> '+r); }
console.log(out.join('\n'));
