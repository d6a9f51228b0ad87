import type { AnnotatedDocument } from '@dragoman/nlp';
import { headOfSpan } from '@dragoman/nlp';
import { EntityTableBuilder } from './entity-table.ts';
export function naiveTable(doc: AnnotatedDocument){const t=new EntityTableBuilder();const seen=new Map<string,string>();
 for(const e of doc.entities){ if(e.kind==='MISC')continue;const name=doc.text.slice(doc.tokens[e.start].start,doc.tokens[e.end-1].end);const kind=e.kind==='PER'?'person':'group';
  let id=seen.get(kind+name);if(!id){const g=t.addEntity({kind:kind as never,name,aliases:[],rule:'',confidence:1,spans:[{start:0,end:1}]});id=g.id;seen.set(kind+name,id);if(e.kind==='LOC'){const l=t.addEntity({kind:'place',name,aliases:[],rule:'',confidence:1,spans:[{start:0,end:1}]} as never);t.pair(g.id,l.id);}}
  t.addMention({entity:id,form:'name',first:e.start,last:e.end-1,head:headOfSpan(doc,{start:e.start,end:e.end}).i,rule:''});}
 return t;}
