-- The words of a text as an index keeps them: folded to plain small letters, cut at every sign that is no letter or
-- digit. Beside them stand four marks of where the row lies: its number in windows of a thousand to 524 thousand rows.
-- A mark holds a space, which no word does. A search for a common word asks for the newest windows only, and so costs
-- what it shows rather than what there is.
CREATE FUNCTION goodword_words(id bigint, said text) RETURNS tsvector
LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE COST 2000 AS $$
BEGIN
    RETURN to_tsvector(
        'pg_catalog.simple',
        translate(
            lower(left(said, 20000)),
            'àáâãäåçèéêëìíîïñòóôõöùúûüýÿāăąćĉċčďēĕėęěĝğġģĥĩīĭįĵķĺļľńņňōŏőŕŗřśŝşšţťũūŭůűųŵŷźżžøłđħıŧ@._-+/:''’&=#<>~?',
            'aaaaaaceeeeiiiinooooouuuuyyaaaccccdeeeeegggghiiiijklllnnnooorrrssssttuuuuuuwyzzzoldhit                '
        )
    ) || array_to_tsvector(ARRAY[' a' || (id >> 10), ' b' || (id >> 13), ' c' || (id >> 16), ' d' || (id >> 19)]);
END $$;
