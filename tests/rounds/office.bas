' Handles workbooks in LibreOffice as a list of steps tells, one a line, its words split by tabs.
Sub Main(told As String)
  Dim doc As Object, page As Object, line, word
  On Error GoTo Failed
  For Each line In Split(text_of(told), Chr(10))
    word = Split(line & Chr(9), Chr(9))
    Select Case word(0)
      Case "open"
        doc = opened(word(1))
      Case "cell"
        page = page_of(doc, word(1))
        fill(doc, page.getCellByPosition(column_of(page, word(3)), row_of(page, word(2))), word(4), word(5))
      Case "handle"
        handle(doc, page_of(doc, word(1)))
      Case "save"
        doc.storeToURL(ConvertToURL(word(1)), kept_as())
        doc.close(True)
    End Select
  Next
  StarDesktop.terminate()
  Exit Sub
Failed:
  Open told & ".failed" For Output As #1
  Print #1, Error$ & ": " & line
  Close #1
  StarDesktop.terminate()
End Sub

Function text_of(path As String) As String
  Dim files As Object, lines As Object
  files = createUnoService("com.sun.star.ucb.SimpleFileAccess")
  lines = createUnoService("com.sun.star.io.TextInputStream")
  lines.setInputStream(files.openFileRead(ConvertToURL(path)))
  lines.setEncoding("UTF-8")
  text_of = lines.readString(Array(), False)
End Function

Function opened(path As String) As Object
  Dim how(0) As New com.sun.star.beans.PropertyValue
  how(0).Name = "Hidden"
  how(0).Value = True
  opened = StarDesktop.loadComponentFromURL(ConvertToURL(path), "_blank", 0, how())
End Function

Function kept_as()
  Dim how(0) As New com.sun.star.beans.PropertyValue
  how(0).Name = "FilterName"
  how(0).Value = "Calc MS Excel 2007 XML"
  kept_as = how()
End Function

Function page_of(doc As Object, key As String) As Object
  Dim n As Long
  For n = 0 To doc.Sheets.Count - 1
    If doc.Sheets.getByIndex(n).getCellByPosition(0, 0).String = "yp:" & key Then
      page_of = doc.Sheets.getByIndex(n)
      Exit Function
    End If
  Next
End Function

Function row_of(page As Object, key As String) As Long
  Dim row As Long
  row = 2
  Do While page.getCellByPosition(0, row).String <> key
    row = row + 1
  Loop
  row_of = row
End Function

Function column_of(page As Object, field As String) As Long
  Dim column As Long
  column = 1
  Do While page.getCellByPosition(column, 0).String <> field
    column = column + 1
  Loop
  column_of = column
End Function

Sub fill(doc As Object, cell As Object, how As String, text As String)
  Dim finnish As New com.sun.star.lang.Locale
  Select Case how
    Case "typed"
      cell.FormulaLocal = text
    Case "text"
      cell.String = Join(Split(text, "\n"), Chr(10))
    Case "number"
      cell.NumberFormat = 0
      cell.Value = Val(text)
    Case "day"
      finnish.Language = "fi"
      finnish.Country = "FI"
      cell.NumberFormat = doc.NumberFormats.getStandardFormat(com.sun.star.util.NumberFormat.DATE, finnish)
      cell.Value = Val(text)
  End Select
End Sub

' Takes the protection off, sorts the rows backwards by a column, adds a column of its own, widens
' one, hides a row, names the sheet anew and moves it to the end.
Sub handle(doc As Object, page As Object)
  Dim cursor As Object, how(1) As New com.sun.star.beans.PropertyValue
  Dim by(0) As New com.sun.star.table.TableSortField
  page.unprotect("")
  cursor = page.createCursor()
  cursor.gotoEndOfUsedArea(False)
  by(0).Field = 2
  by(0).IsAscending = False
  how(0).Name = "SortFields"
  how(0).Value = by()
  how(1).Name = "ContainsHeader"
  how(1).Value = False
  page.getCellRangeByPosition(0, 2, cursor.RangeAddress.EndColumn, cursor.RangeAddress.EndRow).sort(how())
  page.Columns.insertByIndex(3, 1)
  page.getCellByPosition(3, 1).String = "Omat muistiinpanot"
  page.getCellByPosition(3, 2).String = "ei lueta"
  page.Columns.getByIndex(2).Width = 12000
  page.Rows.getByIndex(4).IsVisible = False
  page.Name = "Meidän omat"
  doc.Sheets.moveByName(page.Name, doc.Sheets.Count)
End Sub
