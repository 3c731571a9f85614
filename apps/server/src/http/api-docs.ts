import swaggerUi from "@fastify/swagger-ui";
import type { FastifyInstance } from "fastify";

/**
 * `/api/docs`: the OpenAPI document as a page, for people who are signed in. Swagger UI is the one viewer of those tried that keeps
 * to our policy (no inline style, no evaluated text, nothing from elsewhere): see docs/decisions/programs-read.md.
 */
export async function addApiDocs(app: FastifyInstance): Promise<void> {
  await app.register(swaggerUi, {
    routePrefix: "/api/docs",
    uiConfig: {
      // Without the bar above, which loads other documents and brings an inline style.
      layout: "BaseLayout",
      docExpansion: "none",
      deepLinking: true,
      filter: true,
      defaultModelsExpandDepth: 0,
      // Reading may be tried, as the person who is signed in; what writes is done at the pages, where it is asked and checked.
      supportedSubmitMethods: ["get"],
      persistAuthorization: false,
    },
    theme: {
      title: "Interface · Osteon",
      css: [{ filename: "osteon.css", content: READABLE }],
      js: [{ filename: "osteon.js", content: AS_THE_DEVICE }],
      favicon: [],
    },
  });
}

/** The viewer's own page is laid out for a desk, in light colours. */
const AS_THE_DEVICE = `
const view = Object.assign(document.createElement("meta"), { name: "viewport", content: "width=device-width, initial-scale=1" });
document.head.append(view);
const dark = matchMedia("(prefers-color-scheme: dark)");
const dye = () => document.documentElement.classList.toggle("dark-mode", dark.matches);
dark.addEventListener("change", dye);
dye();
`;

/** Methods and quiet words with the contrast of 4.5 to 1 that the viewer's colours lack. */
const READABLE = `
@media (prefers-reduced-motion: reduce) { .swagger-ui * { transition: none !important; } }
.swagger-ui .info .title small { background: #444; }
.swagger-ui .info .title small.version-stamp { background: #14603a; }
.swagger-ui .info .title small pre { color: #fff; }
html .swagger-ui .microlight span[style] { color: #ffb3a7 !important; }
html .swagger-ui .download-contents { background: #333; color: #fff; }
html:not(.dark-mode) .swagger-ui .opblock .opblock-summary .opblock-summary-method { color: #fff; text-shadow: none; }
html:not(.dark-mode) .swagger-ui .opblock.opblock-get .opblock-summary .opblock-summary-method,
html:not(.dark-mode) .swagger-ui .btn.execute { background: #1b4f72; }
html:not(.dark-mode) .swagger-ui .opblock.opblock-post .opblock-summary .opblock-summary-method { background: #14603a; }
html:not(.dark-mode) .swagger-ui .opblock.opblock-put .opblock-summary .opblock-summary-method,
html:not(.dark-mode) .swagger-ui .opblock.opblock-patch .opblock-summary .opblock-summary-method { background: #7a4300; }
html:not(.dark-mode) .swagger-ui .opblock.opblock-delete .opblock-summary .opblock-summary-method { background: #8f1d1d; }
html:not(.dark-mode) .swagger-ui .info .link .url { color: #1b4f72; }
html:not(.dark-mode) .swagger-ui .btn.authorize, html:not(.dark-mode) .swagger-ui .btn.authorize span { border-color: #14603a; color: #14603a; }
html:not(.dark-mode) .swagger-ui .btn.try-out__btn { border-color: #8f1d1d; color: #8f1d1d; }
html:not(.dark-mode) .swagger-ui .parameter__in, html:not(.dark-mode) .swagger-ui .response-undocumented,
html:not(.dark-mode) .swagger-ui .response-col_status i, html:not(.dark-mode) .swagger-ui .json-schema-2020-12-expand-deep-button { color: #505050; }
html.dark-mode body { background: #1c2022; }
html.dark-mode .swagger-ui .opblock .opblock-section-header { background: #5c3624 !important; }
html.dark-mode .swagger-ui .opblock .btn.try-out__btn.try-out__btn { border-color: #ffb3a7; color: #ffb3a7; }
`;
