import { launchChromium } from '/work/wt/core2/web/testing/chromium.ts';
const base='http://127.0.0.1:4711';
const b = await launchChromium();
const views: [string,number,number,string,string][] = [['d1440',1440,900,'light','nl-NL'],['d1280',1280,720,'light','en-GB'],['dark',1440,900,'dark','en-GB'],['p360',360,640,'light','nl-NL'],['p360dark',360,640,'dark','en-GB']];
const target = process.argv[2] ?? '';
for (const [name,w,h,scheme,locale] of views) {
  if (process.argv[3] && !process.argv[3].split(',').includes(name)) continue;
  const c = await b.newContext({ viewport:{width:w,height:h}, colorScheme: scheme as 'light', locale, baseURL: base });
  const p = await c.newPage();
  p.on('console', m => { if (m.type()==='error') console.log(name,'console', m.text()); });
  p.on('pageerror', e => console.log(name,'pageerror', e.message));
  const r = await c.request.post('/graphql',{data:{query:'mutation{signIn(input:{email:"coach@lift.example",password:"spotter-demo"}){viewer{id}}}'}, headers:{'content-type':'application/json'}});
  if (name==='d1440') console.log(r.status(), (await r.text()).slice(0,200));
  let url = target;
  if (!url) { const s = await c.request.post('/graphql',{data:{query:'{sessions{registrations{member{id fullName tags{id} openNotifications{id} attachments{id} subscriptions{id}}}}}'}}); const ms=(await s.json()).data.sessions.flatMap((x:any)=>x.registrations.map((r:any)=>r.member)); ms.sort((a:any,b:any)=>(b.tags.length+b.openNotifications.length+b.subscriptions.length+b.attachments.length)-(a.tags.length+a.openNotifications.length+a.subscriptions.length+a.attachments.length)); url='/members/'+ms[0].id; console.log(url, ms[0].fullName); }
  await p.goto(url); await p.waitForTimeout(1800);
  await p.screenshot({ path:`/tmp/s-${name}.png`, fullPage: name==='p360' });
  const sw = await p.evaluate(()=>document.documentElement.scrollWidth); if (sw>w) console.log(name,'h-scroll',sw);
  await c.close();
}
await b.close();
