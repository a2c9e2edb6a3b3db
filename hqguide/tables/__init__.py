"""Files of rows, whatever wrote them: bytes into text, text and workbooks into cells, within bounds."""
