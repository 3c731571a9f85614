import { writeLargeCohort } from "/work/main/bench/write-large-cohort.ts";
const t=performance.now();
await writeLargeCohort(process.argv[2]!, { patients: Number(process.argv[3]), seed: 1 });
console.log((performance.now()-t)/1000);
