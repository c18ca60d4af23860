CREATE TABLE "throughline"."originals" (
	"case_key" integer NOT NULL,
	"part" text COLLATE "C" NOT NULL,
	"id" text COLLATE "C" NOT NULL,
	"position" integer NOT NULL,
	"body" text COLLATE "C",
	CONSTRAINT "originals_case_key_part_id_pk" PRIMARY KEY("case_key","part","id")
);
--> statement-breakpoint
CREATE TABLE "throughline"."settings" (
	"name" text COLLATE "C" PRIMARY KEY NOT NULL,
	"value" text COLLATE "C" NOT NULL
);
--> statement-breakpoint
ALTER TABLE "throughline"."originals" ADD CONSTRAINT "originals_case_key_cases_key_fk" FOREIGN KEY ("case_key") REFERENCES "throughline"."cases"("key") ON DELETE cascade ON UPDATE no action;