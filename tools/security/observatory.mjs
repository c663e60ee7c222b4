// Has pages graded by Mozilla's HTTP observatory: node observatory.mjs FOLDER HOST PORT PATH...
// Prints an object of grades by path. FOLDER is where npm put it.
import { pathToFileURL } from "node:url";

const [folder, hostname, port, ...paths] = process.argv.slice(2);
const package_ = `${folder}/node_modules/@mdn/mdn-http-observatory/src`;
const { scan } = await import(pathToFileURL(`${package_}/scanner/index.js`));
const { Site } = await import(pathToFileURL(`${package_}/site.js`));

const graded = {};
for (const path of paths) {
  try {
    const { scan: result, tests } = await scan(Site.fromSiteString(`${hostname}:${port}${path}`));
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
