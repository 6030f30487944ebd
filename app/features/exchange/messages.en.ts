export default {
  refused: {
    empty: "The file is empty.",
    encoding: "The file's encoding is not known. Save it as xlsx, or as csv in UTF-8.",
    encrypted: "The file has a password. Remove the password and upload it again.",
    macro: "The file contains macros. Save it as an xlsx without macros and upload it again.",
    noHeading: "The sheet has no headings. Use the template, or keep the row with the column names.",
    notASpreadsheet: "This is not a spreadsheet. Upload an xlsx or csv file.",
    oldExcel: "This is a file of an old Excel (xls). Save it as xlsx and upload it again.",
    quotes:
      "A quotation mark in row {{row}} has no partner, so what follows can't be told apart. Correct it first.",
    tooComplex: "The file holds too much to be read. Keep only the sheet to import.",
    tooLarge: "The file has {{size}} MB; at most {{most}} MB are accepted.",
    tooManyCells: "More than {{most}} cells are filled. Split the file.",
    tooManyColumns: "More than {{most}} columns are filled. Delete those that are not needed.",
    tooManyRows: "There are more than {{most}} rows. Split the file.",
    tooSlow: "Reading took too long and was stopped. Keep only the sheet to import.",
    unreadable: "The file is damaged. Open it in a spreadsheet program, save it and try again.",
    wrongExtension:
      "The extension ({{extension}}) does not fit the content, or is not supported. Upload xlsx or csv.",
    zipBomb: "The file would unpack to far too much and was refused.",
  },
  cell: {
    digitsLost:
      "This code was saved as a number and its last digits are lost (now {{text}}). Format the column as text and type it again",
    formulaError: "The formula has an error ({{text}})",
    formulaWithoutResult:
      "The formula has no result. Open the file in a spreadsheet program and save it once",
    tooLong: "Too long (begins with “{{text}}”)",
    notANumber: "“{{text}}” is not a number",
    notADay: "“{{text}}” is not a date; write it like 2026-03-15",
    notAChoice: "“{{text}}” is not one of the choices: {{choices}}",
  },
  row: {
    inColumn: "{{column}}: {{reason}}",
    required: "must be filled in",
    doubled: "the same as in row {{rows}}",
    hidden: "This row is hidden in the spreadsheet; it is imported all the same",
  },
} as const;
