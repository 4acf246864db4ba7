import { z } from "zod";
import { listingAnswer, oneListingAnswer, sellerAnswer, suggestionAnswer } from "./answer.server";
import { listingQuery, oneListingQuery, sellerQuery, suggestionQuery } from "./query.server";

type JsonSchema = Record<string, unknown>;

const problem = z.strictObject({
  type: z.string(),
  title: z.string(),
  status: z.literal(400),
  detail: z.string(),
  problems: z.array(z.strictObject({ parameter: z.string(), problem: z.string(), mend: z.string() })),
});

const OPERATIONS = [
  {
    path: "/api/v1/listings",
    id: "searchListings",
    summary: "Search listings",
    query: listingQuery,
    answer: "Listings",
  },
  {
    path: "/api/v1/listings/{slug}",
    id: "readListing",
    summary: "One listing, with what it needs on its way to a country",
    query: oneListingQuery,
    answer: "Listing",
  },
  { path: "/api/v1/sellers", id: "searchSellers", summary: "Search sellers", query: sellerQuery, answer: "Sellers" },
  {
    path: "/api/v1/suggestions",
    id: "suggest",
    summary: "What a reader who has typed so much may mean",
    query: suggestionQuery,
    answer: "Suggestions",
  },
] as const;

/** The public API in words of OpenAPI 3.1, made from the schemas that read its questions and describe its answers. */
export function openApiDocument(origin: string): JsonSchema {
  return {
    openapi: "3.1.0",
    info: {
      title: "Karvan",
      version: "1",
      description: "Public listings and sellers of the catalogue of Azerbaijan's creative industries. Read only.",
    },
    servers: [{ url: origin }],
    paths: Object.fromEntries(
      OPERATIONS.map(({ path, id, summary, query, answer }) => [
        path,
        {
          get: {
            operationId: id,
            summary,
            parameters: [...pathParameters(path), ...parametersOf(query)],
            responses: {
              200: {
                description: "The answer; it may be kept as Cache-Control says and asked for again with its ETag",
                content: { "application/json": { schema: { $ref: `#/components/schemas/${answer}` } } },
              },
              304: { description: "The version named in If-None-Match is still the present one" },
              ...(path.includes("{") ? { 404: { description: "Nothing public is at this address" } } : {}),
              400: {
                description: "A parameter was not understood",
                content: { "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } } },
              },
            },
          },
        },
      ]),
    ),
    components: {
      schemas: {
        Listings: schemaOf(listingAnswer),
        Listing: schemaOf(oneListingAnswer),
        Sellers: schemaOf(sellerAnswer),
        Suggestions: schemaOf(suggestionAnswer),
        Problem: schemaOf(problem),
      },
    },
  };
}

function schemaOf(schema: z.ZodType): JsonSchema {
  const { $schema: _dialect, ...rest } = z.toJSONSchema(schema, { target: "draft-2020-12", io: "input" });
  return rest;
}

/** What stands in braces in a path. */
function pathParameters(path: string): JsonSchema[] {
  return [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => ({
    name,
    in: "path",
    required: true,
    description: "As in the address of its page",
    schema: { type: "string" },
  }));
}

function parametersOf(query: z.ZodObject): JsonSchema[] {
  return Object.entries(query.shape).map(([name, schema]) => {
    const { description, ...rest } = schemaOf(schema as z.ZodType);
    return { name, in: "query", required: false, description, schema: rest };
  });
}
