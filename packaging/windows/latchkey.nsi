; The installer for Windows: for one user, without administrator's rights. `build.sh` compiles it:
;   makensis -DVERSION=0.1.0 -DFILES=DIRECTORY -DOUT=SETUP.EXE latchkey.nsi
; (and, to try it in a Wine that runs 64-bit programs only, -DSTUB=amd64-unicode, which Debian's NSIS has)
; DIRECTORY holds latchkey.exe (for terminals) and latchkeyw.exe (the same without a console, for the Start menu and
; for links; `build.sh` says why there are two). With -DSIGN=COMMAND the uninstaller is signed too.
; What it writes of the scheme is what `latchkey scheme register` writes: src/platform/scheme_class.rs holds both.

!ifdef STUB
  Target ${STUB}
!endif
Unicode true
SetCompressor /SOLID lzma
RequestExecutionLevel user
ManifestDPIAware true

!define PRODUCT "Latchkey"
!define APP_ID "app.latchkey.Latchkey"
!define SCHEME "app.latchkey"
!define CONSOLE "latchkey.exe"
!define WINDOWED "latchkeyw.exe"
!define CLASS "Software\Classes\${SCHEME}"
!define ENTRY "Software\Microsoft\Windows\CurrentVersion\Uninstall\${APP_ID}"
!define APP_PATH "Software\Microsoft\Windows\CurrentVersion\App Paths\${CONSOLE}"
!define ROOT "${__FILEDIR__}/../.."

!ifndef VERSION
  !error "which version? -DVERSION=0.1.0"
!endif
!ifndef FILES
  !error "where are the programs? -DFILES=DIRECTORY"
!endif
!ifndef OUT
  !error "which file? -DOUT=SETUP.EXE"
!endif

!include "FileFunc.nsh"
!include "LogicLib.nsh"
!include "MUI2.nsh"
!include "WinMessages.nsh"
!include "WordFunc.nsh"
!insertmacro GetSize
!insertmacro WordAdd
!insertmacro un.WordAdd

Name "${PRODUCT}"
OutFile "${OUT}"
InstallDir "$LOCALAPPDATA\Programs\${PRODUCT}"
InstallDirRegKey HKCU "${ENTRY}" "InstallLocation"
BrandingText "${PRODUCT} ${VERSION}"
ShowInstDetails nevershow
ShowUninstDetails nevershow
VIProductVersion "${VERSION}.0"
VIAddVersionKey "ProductName" "${PRODUCT}"
VIAddVersionKey "ProductVersion" "${VERSION}"
VIAddVersionKey "FileDescription" "${PRODUCT} Setup"
VIAddVersionKey "FileVersion" "${VERSION}"
VIAddVersionKey "LegalCopyright" "MIT License"
!ifdef SIGN
  !uninstfinalize '${SIGN} "%1"'
!endif

!define MUI_ICON "${ROOT}/packaging/icons/latchkey.ico"
!define MUI_UNICON "${ROOT}/packaging/icons/latchkey.ico"
!define MUI_FINISHPAGE_RUN "$INSTDIR\${WINDOWED}"
!define MUI_UNCONFIRMPAGE_TEXT_TOP "$(Stays)"
!insertmacro MUI_PAGE_COMPONENTS
!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_INSTFILES
!insertmacro MUI_PAGE_FINISH
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_LANGUAGE "English"
!insertmacro MUI_LANGUAGE "German"
!insertmacro MUI_LANGUAGE "French"
!insertmacro MUI_LANGUAGE "Spanish"
!insertmacro MUI_LANGUAGE "PortugueseBR"
!insertmacro MUI_LANGUAGE "Japanese"

LangString InPath ${LANG_ENGLISH} "The latchkey command in terminals (PATH)"
LangString InPath ${LANG_GERMAN} "Der Befehl latchkey in Terminals (PATH)"
LangString InPath ${LANG_FRENCH} "La commande latchkey dans les terminaux (PATH)"
LangString InPath ${LANG_SPANISH} "El comando latchkey en los terminales (PATH)"
LangString InPath ${LANG_PORTUGUESEBR} "O comando latchkey nos terminais (PATH)"
LangString InPath ${LANG_JAPANESE} "ターミナルの latchkey コマンド (PATH)"
LangString Running ${LANG_ENGLISH} "Latchkey is open. Close its window, then try again."
LangString Running ${LANG_GERMAN} "Latchkey ist geöffnet. Schließen Sie das Fenster und versuchen Sie es dann erneut."
LangString Running ${LANG_FRENCH} "Latchkey est ouvert. Fermez sa fenêtre, puis réessayez."
LangString Running ${LANG_SPANISH} "Latchkey está abierto. Cierre su ventana y vuelva a intentarlo."
LangString Running ${LANG_PORTUGUESEBR} "O Latchkey está aberto. Feche a janela e tente novamente."
LangString Running ${LANG_JAPANESE} "Latchkey が開いています。ウィンドウを閉じてから、もう一度お試しください。"
LangString Stays ${LANG_ENGLISH} "Your instances and settings stay in %APPDATA%\${APP_ID}, and your sessions in the Credential Manager. If they are not to stay, cancel, and remove the instances in Latchkey first."
LangString Stays ${LANG_GERMAN} "Ihre Instanzen und Einstellungen bleiben in %APPDATA%\${APP_ID}, Ihre Sitzungen in der Anmeldeinformationsverwaltung. Sollen sie nicht bleiben, brechen Sie ab und entfernen Sie zuerst die Instanzen in Latchkey."
LangString Stays ${LANG_FRENCH} "Vos instances et réglages restent dans %APPDATA%\${APP_ID}, et vos sessions dans le Gestionnaire d’identification. S’ils ne doivent pas rester, annulez et retirez d’abord les instances dans Latchkey."
LangString Stays ${LANG_SPANISH} "Sus instancias y ajustes permanecen en %APPDATA%\${APP_ID}, y sus sesiones en el Administrador de credenciales. Si no deben permanecer, cancele y quite antes las instancias en Latchkey."
LangString Stays ${LANG_PORTUGUESEBR} "Suas instâncias e configurações permanecem em %APPDATA%\${APP_ID}, e suas sessões no Gerenciador de Credenciais. Se não devem permanecer, cancele e remova antes as instâncias no Latchkey."
LangString Stays ${LANG_JAPANESE} "インスタンスと設定は %APPDATA%\${APP_ID} に、セッションは資格情報マネージャーに残ります。残さない場合は、キャンセルして、先に Latchkey でインスタンスを削除してください。"

; A program that runs cannot be replaced or removed: its file cannot be opened for writing.
!macro CloseFirst PROGRAM
  ${If} ${FileExists} "$INSTDIR\${PROGRAM}"
    ${Do}
      ClearErrors
      FileOpen $0 "$INSTDIR\${PROGRAM}" a
      ${IfNot} ${Errors}
        FileClose $0
        ${Break}
      ${EndIf}
      MessageBox MB_RETRYCANCEL|MB_ICONEXCLAMATION "$(Running)" /SD IDCANCEL IDRETRY +3
      SetErrorLevel 2
      Quit
    ${Loop}
  ${EndIf}
!macroend

; $0: this user's search path. Empty when it is missing, and "?" when it is longer than this program's strings, so
; that it must not be written again. The length is asked for first, in bytes (Microsoft, "RegGetValueW function",
; https://learn.microsoft.com/windows/win32/api/winreg/nf-winreg-reggetvaluew; texts of both kinds, not expanded).
!macro ReadPath
  System::Call 'advapi32::RegGetValueW(p 0x80000001, w "Environment", w "Path", i 0x10000006, p 0, p 0, *i .r1) i .r2'
  ${If} $2 = 2
    StrCpy $0 ""
  ${ElseIf} $2 <> 0
  ${OrIf} $1 > 1400
    StrCpy $0 "?"
  ${Else}
    ReadRegStr $0 HKCU "Environment" "Path"
  ${EndIf}
!macroend

!macro WritePath
  WriteRegExpandStr HKCU "Environment" "Path" "$0"
  SendMessage ${HWND_BROADCAST} ${WM_SETTINGCHANGE} 0 "STR:Environment" /TIMEOUT=5000
!macroend

Section "${PRODUCT}" Program
  SectionIn RO
  !insertmacro CloseFirst "${CONSOLE}"
  !insertmacro CloseFirst "${WINDOWED}"

  SetOutPath "$INSTDIR"
  File "${FILES}/${CONSOLE}"
  File "${FILES}/${WINDOWED}"
  File "/oname=LICENSE.txt" "${ROOT}/LICENSE"
  File "/oname=completions.ps1" "${ROOT}/packaging/completions/latchkey.ps1"
  WriteUninstaller "$INSTDIR\uninstall.exe"
  CreateShortCut "$SMPROGRAMS\${PRODUCT}.lnk" "$INSTDIR\${WINDOWED}"

  WriteRegStr HKCU "${CLASS}" "" 'URL:${PRODUCT}'
  WriteRegStr HKCU "${CLASS}" "URL Protocol" ''
  WriteRegStr HKCU "${CLASS}\DefaultIcon" "" '"$INSTDIR\${WINDOWED}",0'
  WriteRegStr HKCU "${CLASS}\shell\open\command" "" '"$INSTDIR\${WINDOWED}" -- "%1"'
  WriteRegStr HKCU "${APP_PATH}" "" "$INSTDIR\${CONSOLE}"

  WriteRegStr HKCU "${ENTRY}" "DisplayName" "${PRODUCT}"
  WriteRegStr HKCU "${ENTRY}" "DisplayVersion" "${VERSION}"
  WriteRegStr HKCU "${ENTRY}" "DisplayIcon" '"$INSTDIR\${WINDOWED}",0'
  WriteRegStr HKCU "${ENTRY}" "Publisher" "The ${PRODUCT} authors"
  WriteRegStr HKCU "${ENTRY}" "InstallLocation" "$INSTDIR"
  WriteRegStr HKCU "${ENTRY}" "UninstallString" '"$INSTDIR\uninstall.exe"'
  WriteRegStr HKCU "${ENTRY}" "QuietUninstallString" '"$INSTDIR\uninstall.exe" /S'
  WriteRegDWORD HKCU "${ENTRY}" "NoModify" 1
  WriteRegDWORD HKCU "${ENTRY}" "NoRepair" 1
  ${GetSize} "$INSTDIR" "/S=0K" $0 $1 $2
  WriteRegDWORD HKCU "${ENTRY}" "EstimatedSize" $0
SectionEnd

Section "$(InPath)"
  !insertmacro ReadPath
  ${If} $0 == ""
    StrCpy $0 "$INSTDIR"
    !insertmacro WritePath
  ${ElseIf} $0 != "?"
    ${WordAdd} "$0" ";" "+$INSTDIR" $0
    !insertmacro WritePath
  ${EndIf}
SectionEnd


Section "Uninstall"
  !insertmacro CloseFirst "${CONSOLE}"
  !insertmacro CloseFirst "${WINDOWED}"

  Delete "$INSTDIR\${CONSOLE}"
  Delete "$INSTDIR\${WINDOWED}"
  Delete "$INSTDIR\LICENSE.txt"
  Delete "$INSTDIR\completions.ps1"
  Delete "$INSTDIR\uninstall.exe"
  RMDir "$INSTDIR"
  Delete "$SMPROGRAMS\${PRODUCT}.lnk"
  ; Locks, the window's size, pictures. What a person made is elsewhere and stays.
  RMDir /r "$LOCALAPPDATA\${APP_ID}"

  ; Another copy may have taken the scheme since.
  ReadRegStr $0 HKCU "${CLASS}\shell\open\command" ""
  ${If} $0 == '"$INSTDIR\${WINDOWED}" -- "%1"'
  ${OrIf} $0 == '"$INSTDIR\${CONSOLE}" -- "%1"'
    DeleteRegKey HKCU "${CLASS}"
  ${EndIf}
  DeleteRegKey HKCU "${APP_PATH}"
  DeleteRegKey HKCU "${ENTRY}"

  !insertmacro ReadPath
  ${If} $0 == "$INSTDIR"
    DeleteRegValue HKCU "Environment" "Path"
  ${ElseIf} $0 != ""
  ${AndIf} $0 != "?"
    ${un.WordAdd} "$0" ";" "-$INSTDIR" $0
    !insertmacro WritePath
  ${EndIf}
  DetailPrint "$(Stays)"
SectionEnd
