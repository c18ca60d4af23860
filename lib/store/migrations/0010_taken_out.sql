CREATE TABLE "throughline"."taken_out" (
	"case_key" integer NOT NULL,
	"part" text COLLATE "C" NOT NULL,
	"id" text COLLATE "C" NOT NULL,
	"position" integer NOT NULL,
	"body" text COLLATE "C" NOT NULL,
	CONSTRAINT "taken_out_case_key_part_id_pk" PRIMARY KEY("case_key","part","id")
);
