// Has pages graded by Mozilla's HTTP observatory: node observatory.mjs FOLDER HOST PORT PATH...
// Prints an object of grades by path. FOLDER is where npm put it.
import { pathToFileURL } from "node:url";

const [folder, host, port, ...paths] = process.argv.slice(2);
const source = `${folder}/node_modules/@mdn/mdn-http-observatory/src/scanner/index.js`;
const { scan } = await import(pathToFileURL(source));

const graded = {};
for (const path of paths) {
  try {
    const { scan: result, tests } = await scan(`${host}:${port}${path}`); // what stands before "://" is its own
    const failed = Object.values(tests).filter((test) => !test.pass || test.scoreModifier < 0);
    graded[path] = {
      grade: result.grade,
      score: result.score,
      failed: failed.map((test) => `${test.name}: ${test.result} (${test.scoreModifier})`),
    };
  } catch (error) {
    graded[path] = { error: String(error.message || error) };
  }
}
console.log(JSON.stringify(graded));
