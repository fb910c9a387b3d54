@echo off
rem Windows: drag a folder of submissions on to this file. The results stand beside it and open by themselves.
chcp 65001 >nul
setlocal
set "folder=%~f1"
cd /d "%~dp0"
if "%folder%"=="" goto no_folder
if exist ".venv\ready" goto run
echo Pirmajā reizē programma sagatavojas darbam. Tas var ilgt dažas minūtes un prasa internetu.
py -3 -m venv .venv
if errorlevel 1 goto no_python
".venv\Scripts\python.exe" -m pip install --quiet --disable-pip-version-check -r requirements.txt
if errorlevel 1 goto not_installed
echo ready> ".venv\ready"
:run
".venv\Scripts\python.exe" -m pipeline run "%folder%" --out "%folder% - rezultati" --dialect excel-lv
if exist "%folder% - rezultati\report\index.html" start "" "%folder% - rezultati\report\index.html"
pause
exit /b
:no_folder
echo Uzvelciet uz šī faila mapi, kurā ir kopsavilkumi.
pause
exit /b 2
:no_python
echo Datorā nav atrasts Python. Uzstādiet to no python.org (3.11 vai jaunāku) un mēģiniet vēlreiz.
pause
exit /b 2
:not_installed
echo Neizdevās lejupielādēt vajadzīgās bibliotēkas. Pārbaudiet interneta savienojumu un mēģiniet vēlreiz.
pause
exit /b 2
